package tincan.trace;

/// What of the conversation a frame carries.
///
/// @param entry the number of an entry of the room; 0 if it carries none
/// @param said the author's own number of a text; 0 if it carries none
/// @param author the member who says it, where the frame tells; 0 otherwise
public record Subject(long entry, long said, int author) {
    /// Nothing of it.
    public static final Subject NONE = new Subject(0, 0, 0);

    /// Whether it is this one, or one between this and `last`.
    boolean isEntry(long seq, Subject last) {
        return entry > 0 && entry <= seq && seq <= last.entry;
    }

    /// Whether it says this text, or one between this and `last`.
    boolean isText(long id, Subject last) {
        return entry == 0 && said > 0 && said <= id && id <= last.said;
    }
}
