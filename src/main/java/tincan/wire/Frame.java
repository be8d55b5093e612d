package tincan.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One frame, decoded. The fields are those of its JSON body; `docs/protocol.md` gives their names and bounds.
public sealed interface Frame {

    /// Guest to host, first of all: who asks to be let in.
    ///
    /// @param version the protocol's version, [#VERSION] in this program
    /// @param back set by a guest that was in already
    /// @param purpose what this connection is for; where the guest is in already, `back` says who it is
    record Hello(int version, String name, Optional<Return> back, Purpose purpose) implements Frame {
        public Hello(int version, String name, Optional<Return> back) {
            this(version, name, back, Purpose.MEMBER);
        }
    }

    /// What a connection is for.
    enum Purpose {
        /// To be in the room.
        MEMBER,
        /// For the events of a guest that is in, and for nothing else.
        EVENTS,
        /// For the voice packets of a guest that is in, and for nothing else.
        VOICE
    }

    /// A guest's claim to the place it had.
    ///
    /// @param session the room's id from [Welcome]
    /// @param key the secret from [Welcome]
    /// @param last the number of the last entry that this guest has
    record Return(String session, int member, String key, long last) {}

    /// Host to guest: let in.
    ///
    /// @param session the room's id, for coming back
    /// @param member the guest's number in the room
    /// @param name the guest's name in the room, perhaps not the one it asked for
    /// @param key the secret with which it may come back
    /// @param first the number of the first entry that will follow
    /// @param last the number of the newest entry at this moment; older ones are history
    /// @param said the highest id of this guest's own texts that the room has
    /// @param rate how many texts a second a member may say in the long run; 0 for any number
    /// @param mode who may speak, as a word; empty where everybody may
    record Welcome(int version, String session, String title, int member, String name, String key, long first,
            long last, long said, int rate, String mode) implements Frame {
        public Welcome(int version, String session, String title, int member, String name, String key, long first,
                long last, long said, int rate) {
            this(version, session, title, member, name, key, first, last, said, rate, "");
        }
    }

    /// Host to anybody: not let in, and why. The connection ends after it.
    ///
    /// @param code one of a fixed set of words, see [Refusal]
    /// @param text the same for a person, in the host's words; may be empty
    /// @param seconds how many of them to wait before another try; 0 if that is no matter of time
    record Refused(String code, String text, int seconds) implements Frame {
        public Refused(String code, String text) {
            this(code, text, 0);
        }
    }

    /// Host to guest, after [Welcome]: who was in the room at its `last`; large rooms take several.
    record Roster(List<Person> members) implements Frame {
        public Roster {
            members = List.copyOf(members);
        }
    }

    /// A member in a [Roster].
    record Person(int member, String name, boolean present) {}

    /// Host to guest: one numbered entry of the room.
    ///
    /// @param type what it says: `said`, `joined`, `left`, `lost`, `returned`, `mode`, `spoke`, or a word of a later
    /// version
    /// @param id of `said`: the author's own number for it; otherwise 0
    /// @param text of `said`; otherwise empty
    /// @param reason of `left`; otherwise empty
    /// @param mode of `mode`; otherwise empty
    /// @param epoch of `spoke`: the number of that turn; otherwise 0
    /// @param millis of `spoke`: how long it was; otherwise 0
    record Entry(long seq, Instant at, String type, int member, String from, long id, String text, String reason,
            String mode, long epoch, long millis) implements Frame {
        public Entry(long seq, Instant at, String type, int member, String from, long id, String text,
                String reason) {
            this(seq, at, type, member, from, id, text, reason, "", 0, 0);
        }

        /// The same with a mode.
        public Entry withMode(String word) {
            return new Entry(seq, at, type, member, from, id, text, reason, word, epoch, millis);
        }

        /// The same about a turn.
        public Entry withTurn(long number, long length) {
            return new Entry(seq, at, type, member, from, id, text, reason, mode, number, length);
        }
    }

    /// Guest to host: says a text.
    ///
    /// @param id the guest's own number for it, rising
    record Say(long id, String text) implements Frame {}

    /// Guest to host: has every entry up to and including `seq`.
    record Ack(long seq) implements Frame {}

    /// Guest to host: a text is being typed, or no longer.
    record Typing(boolean now) implements Frame {}

    /// Host to guest: the members who type right now, a few at the most.
    record Typists(List<Integer> members) implements Frame {
        public Typists {
            members = List.copyOf(members);
        }
    }

    /// Either way: asks for a [Pong] with the same stamp.
    record Ping(long stamp) implements Frame {}

    /// Either way: answers a [Ping].
    record Pong(long stamp) implements Frame {}

    /// Either way: the connection ends on purpose.
    ///
    /// @param code one of a fixed set of words, see [Farewell]
    record Bye(String code) implements Frame {}

    /// Guest to host, first of all in a private session: how it can prove that it may come in. It has no name in it,
    /// because the host has proven nothing yet.
    ///
    /// @param version the protocol's version, [#VERSION] in this program
    /// @param proofs words of [ProofName], those that this guest is able to give
    /// @param session the room to come back to, if one of them is [ProofName#RETURN]; otherwise empty
    /// @param member the place in it; otherwise 0
    record Opening(int version, List<String> proofs, String session, int member) implements Frame {
        public Opening {
            proofs = List.copyOf(proofs);
        }
    }

    /// Host to guest: answers [Opening] with the proof that will do.
    ///
    /// @param proof one of the guest's words
    record Choice(int version, String proof) implements Frame {}

    /// Either way: one message of a proof.
    ///
    /// @param values hexadecimal digits by name; which ones depends on the proof and its step
    record Proof(Map<String, String> values) implements Frame {
        /// No message of a proof has more values.
        public static final int MOST = 16;

        public Proof {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /// Host to guest: asks to be shown the guest's end of the connection. Guest to host, with `now` false: it is not
    /// shown, or no longer.
    record Watch(boolean now) implements Frame {}

    /// Guest to host, on the connection for its events: one line of a recording.
    ///
    /// @param line one JSON object in ASCII, as `docs/recording.md` has them, without an end
    record Trace(String line) implements Frame {}

    /// On the connection for a guest's events. From the guest: what time is it there? From the host: the answer.
    ///
    /// @param stamp a number that only the guest understands
    /// @param at the host's clock; the epoch in what the guest sends
    record Clock(long stamp, Instant at) implements Frame {}

    /// Guest to host: takes part in voice from now on, or no longer.
    record VoiceJoin(boolean join) implements Frame {}

    /// Host to guest: what voice packets are sealed with from now on, and where they go. Comes again whenever somebody
    /// begins to take part or stops.
    ///
    /// @param generation rises by one with each secret
    /// @param secret hexadecimal digits; empty where packets are not sealed
    /// @param own what this guest's pings and their answers alone are sealed with; hexadecimal digits
    /// @param port the host's UDP port
    record VoiceKeys(int generation, String secret, String own, int port) implements Frame {
        @Override
        public String toString() {
            return "VoiceKeys[generation=" + generation + ", port=" + port + "]";
        }
    }

    /// Either way, on a connection for voice packets: one packet, as a datagram would carry it.
    final class Packet implements Frame {
        private final byte[] bytes;

        public Packet(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Packet packet && Arrays.equals(bytes, packet.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Packet[" + bytes.length + " bytes]";
        }
    }

    /// Either way: one message of floor control. Only the fields that its type has mean anything.
    ///
    /// @param type a word, see `docs/protocol.md`
    /// @param press the guest's own number for a wish, rising
    /// @param epoch the number of a turn
    /// @param lease for how long the floor is granted, in milliseconds
    /// @param limit how long the turn may still be, in milliseconds
    /// @param reason why not, as a word
    /// @param position in the queue, from 1
    /// @param member who has the floor
    /// @param name of that member
    /// @param id of a text that was not taken
    record Floor(String type, long press, long epoch, int lease, int limit, String reason, int position, int member,
            String name, long id) implements Frame {
        /// A message of a type that has no fields so far.
        public static Floor of(String type) {
            return new Floor(type, 0, 0, 0, 0, "", 0, 0, "", 0);
        }

        public Floor withPress(long number) {
            return new Floor(type, number, epoch, lease, limit, reason, position, member, name, id);
        }

        public Floor withEpoch(long number) {
            return new Floor(type, press, number, lease, limit, reason, position, member, name, id);
        }

        public Floor withLease(int millis) {
            return new Floor(type, press, epoch, millis, limit, reason, position, member, name, id);
        }

        public Floor withLimit(int millis) {
            return new Floor(type, press, epoch, lease, millis, reason, position, member, name, id);
        }

        public Floor withReason(String word) {
            return new Floor(type, press, epoch, lease, limit, word, position, member, name, id);
        }

        public Floor withPosition(int place) {
            return new Floor(type, press, epoch, lease, limit, reason, place, member, name, id);
        }

        public Floor withMember(int number, String called) {
            return new Floor(type, press, epoch, lease, limit, reason, position, number, called, id);
        }

        public Floor withId(long number) {
            return new Floor(type, press, epoch, lease, limit, reason, position, member, name, number);
        }
    }

    /// A frame of a kind that this version does not know; it is passed over.
    record Unknown(int kind, int length) implements Frame {}

    /// The version of the protocol that this program speaks.
    int VERSION = 1;
}
