package tincan.session;

import java.util.List;

/// How one connection is protected, for the lock and what it tells.
///
/// @param level what is known of the peer
/// @param protocol such as `TLSv1.3`; empty in an open lesson
/// @param cipherSuite by its IANA name; empty in an open lesson
/// @param words the safety words, the same on both screens; none in an open lesson
public record Security(Level level, String protocol, String cipherSuite, List<String> words) {
    /// A connection of an open lesson.
    public static final Security OPEN = new Security(Level.OPEN, "", "", List.of());

    public Security {
        words = List.copyOf(words);
    }

    /// What is known of the peer at the other end.
    public enum Level {
        /// Nobody else can read along, and the peer proved that it knows the code.
        PROVEN,
        /// Nobody else can read along: a person compared the safety words.
        COMPARED,
        /// Encrypted, but nobody has compared the safety words: somebody in between might read along.
        NOT_COMPARED,
        /// Plain text on the wire.
        OPEN
    }

    /// The same, once a person has compared the words.
    public Security compared() {
        return level == Level.NOT_COMPARED ? new Security(Level.COMPARED, protocol, cipherSuite, words) : this;
    }
}
