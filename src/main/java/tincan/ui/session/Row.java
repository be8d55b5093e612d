package tincan.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// One row of the conversation as it is shown.
public sealed interface Row {

    /// Something that was said.
    ///
    /// @param seq its number in the room; 0 while it has none
    /// @param id its author's own number for it
    /// @param mine whether this member said it
    /// @param leads whether it opens a group: the row before is another author's, or too old
    record Message(long seq, long id, int member, String from, Instant at, String text, boolean mine, boolean leads)
            implements
                Row {
        /// Whether the host has given it its place.
        boolean numbered() {
            return seq > 0;
        }

        Message leading(boolean now) {
            return now == leads ? this : new Message(seq, id, member, from, at, text, mine, now);
        }
    }

    /// Something that was said aloud in a turn.
    ///
    /// @param epoch of that turn
    /// @param length how long it took
    record Spoken(long seq, int member, String from, Instant at, long epoch, Duration length, boolean mine)
            implements
                Row {}

    /// A fact about the session, such as that somebody came in.
    ///
    /// @param sign what sort of fact
    /// @param words in the language of the window
    record Notice(Instant at, Sign sign, String words) implements Row {}

    /// A new day begins.
    record Day(LocalDate date) implements Row {}

    /// Sorts of facts.
    enum Sign {
        /// Somebody came in, or is back.
        CAME,
        /// Somebody left for good.
        WENT,
        /// A connection was lost.
        LOST,
        /// What came earlier is no longer shown.
        EARLIER,
        /// Something is not there to be shown.
        MISSING,
        /// The code changed.
        CODE,
        /// Everybody may speak at any time.
        CHAT,
        /// One speaks at a time.
        TURNS
    }
}
