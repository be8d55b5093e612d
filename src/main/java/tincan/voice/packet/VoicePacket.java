package tincan.voice.packet;

import java.util.List;
import java.util.Optional;

/// One packet as it is before it is sealed and after it was opened. Numbers of 32 bits are unsigned on the wire.
///
/// @param flags a sum of the constants below; what else stands in the header's byte belongs to [PacketCodec]
/// @param slot the number of the member that sends it
/// @param burst the epoch of the floor that it is said in; 0 where everybody may talk
/// @param seq counts the sender's packets of this type and is never used twice
/// @param timestamp samples at 48 kHz; within a burst it grows by [#FRAME] with each number, and only there
/// @param frames of a voice packet, the sound of `seq`, then of `seq - 1` and so on; of the other types, one body
public record VoicePacket(Type type, int flags, int slot, int burst, int seq, int timestamp, List<byte[]> frames) {
    /// The first packet of a burst.
    public static final int FIRST = 1;
    /// The last packet of a burst.
    public static final int LAST = 2;
    /// Said where everybody may talk.
    public static final int DUPLEX = 4;

    /// Samples in a frame: 10 ms at 48 kHz.
    public static final int FRAME = 480;
    /// Nanoseconds in a frame.
    public static final long FRAME_NANOS = 10_000_000;
    /// Frames in a packet at the most.
    public static final int MOST_FRAMES = 4;
    /// Bytes in a frame at the most.
    public static final int LONGEST_FRAME = 400;
    /// The largest number that a sender can have.
    public static final int LAST_SLOT = 0xFFFF;

    private static final int LAST_COPIES = 3;
    private static final int FLAGS = FIRST | LAST | DUPLEX;

    /// What a packet is for. The numbers are those on the wire.
    public enum Type {
        VOICE(1), PING(2), PONG(3), REPORT(4);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Optional<Type> of(int code) {
            return switch (code) {
                case 1 -> Optional.of(VOICE);
                case 2 -> Optional.of(PING);
                case 3 -> Optional.of(PONG);
                case 4 -> Optional.of(REPORT);
                default -> Optional.empty();
            };
        }
    }

    public VoicePacket {
        frames = List.copyOf(frames);
        if ((flags & ~FLAGS) != 0 || slot < 0 || slot > LAST_SLOT) {
            throw new IllegalArgumentException("flags %x, slot %d".formatted(flags, slot));
        }
        if (frames.isEmpty() || frames.size() > MOST_FRAMES
                || frames.stream().anyMatch(frame -> frame.length > LONGEST_FRAME)) {
            throw new IllegalArgumentException("too many frames or too long");
        }
    }

    /// A packet that is no voice, with its one body.
    public static VoicePacket of(Type type, int slot, int seq, byte[] body) {
        return new VoicePacket(type, 0, slot, 0, seq, 0, List.of(body));
    }

    /// How often its bytes are sent as a datagram: after the last of a burst nothing comes that would tell of its loss.
    public int copies() {
        return isLast() ? LAST_COPIES : 1;
    }

    public boolean isFirst() {
        return (flags & FIRST) != 0;
    }

    public boolean isLast() {
        return (flags & LAST) != 0;
    }

    public boolean isDuplex() {
        return (flags & DUPLEX) != 0;
    }

    /// How many frames that were sent before go along again.
    public int depth() {
        return frames.size() - 1;
    }

    /// The body of a packet that is no voice, or the newest frame.
    public byte[] body() {
        return frames.getFirst();
    }
}
