package tincan.ui.bytes;

import tincan.trace.Span;

/// Bytes that mean one thing together, such as the length of a frame.
///
/// @param role what they mean
/// @param span where they lie in their stream; the whole part, though only some of it may be shown
/// @param unit what they are a part of
public record Part(Role role, Span span, Unit unit) {

    /// What bytes are.
    public enum Role {
        /// The first four bytes of a frame.
        LENGTH,
        /// The fifth byte of a frame.
        KIND,
        /// The rest of a frame.
        BODY,
        /// A line of plain text.
        LINE,
        /// The first byte of a TLS record.
        RECORD_TYPE,
        /// The next two.
        RECORD_VERSION,
        /// The next two.
        RECORD_LENGTH,
        /// The rest of a TLS record, or of a packet, if nobody can read it without the key.
        SEALED,
        /// The rest of a TLS record from before there is a key.
        CLEAR,
        /// All of a datagram of which no more is known.
        DATAGRAM,
        /// The first byte of a voice packet: version and type.
        PACKET_TYPE,
        /// The bits of its header.
        PACKET_FLAGS,
        /// The number of the member that sent it.
        SENDER,
        /// The epoch of the turn that it is of.
        TURN,
        /// Its number.
        PACKET_NUMBER,
        /// Its time in samples.
        TIMESTAMP,
        /// The length of what follows in it.
        PACKET_LENGTH,
        /// The sound of it.
        SOUND,
        /// The sound of a packet before it.
        EARLIER_SOUND,
        /// What a ping brings and its answer brings back.
        STAMP,
        /// The number that the host has given to where a ping came from.
        PLACE,
        /// Whom a report is about.
        ABOUT,
        /// How many packets were sent.
        SENT,
        /// How many came.
        RECEIVED,
        /// The most that were lost in a row.
        LOST_IN_A_ROW,
        /// What proves that a sealed packet is genuine.
        TAG,
        /// The log does not know, or does not know yet, what they belong to.
        UNNAMED
    }

    /// A frame, a TLS record, a packet, or what else has parts.
    ///
    /// @param index counts the units of one section from 0
    /// @param name the kind of a frame or packet; empty if it has none
    /// @param span all of it
    public record Unit(int index, String name, Span span) {}
}
