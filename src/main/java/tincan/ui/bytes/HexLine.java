package tincan.ui.bytes;

import tincan.trace.Span;

/// One line of the list of bytes.
sealed interface HexLine {

    /// What it belongs to.
    Section section();

    /// The heading of a section.
    record Title(Section section) implements HexLine {}

    /// A row of bytes.
    ///
    /// @param span where they lie in their stream
    /// @param perLine how many a full row has
    record Bytes(Section section, Span span, int perLine) implements HexLine {
        /// Where the row begins, counted from the beginning of its section.
        long offset() {
            return span.from() - section.span().from();
        }
    }
}
