package tincan.session;

import java.util.concurrent.TimeUnit;
import tincan.room.Mode;
import tincan.voice.packet.VoicePacket;

/// Asks a host's floor who may be heard. The last packets of a turn may be a moment later than the word that it is
/// over; they are heard while nobody else has the floor. Any thread; returns at once.
final class FloorTurns {
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /// So often the floor hears that its holder speaks: its silence is measured in seconds.
    private static final long TOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final HostFloor floor;
    private volatile Heard last = new Heard(0, 0, 0);
    private volatile Told told = new Told(0, 0);

    FloorTurns(HostFloor floor) {
        this.floor = floor;
    }

    /// When the floor was told last, and in which turn.
    private record Told(long epoch, long at) {}

    /// Who was heard last, and in which turn.
    private record Heard(int member, int burst, long at) {
        boolean isOf(VoicePacket packet, long now) {
            return packet.slot() == member && packet.burst() == burst && now - at < GRACE_NANOS;
        }
    }

    /// Whether a voice packet may be heard now: everybody's where there is no floor, otherwise the holder's, in its
    /// turn. Takes note that the holder speaks.
    boolean mayBeHeard(VoicePacket packet, long now) {
        boolean duplex = (packet.flags() & VoicePacket.DUPLEX) != 0;
        if (floor.mode() == Mode.CHAT) {
            return duplex && packet.burst() == 0;
        }
        if (duplex) {
            return false;
        }
        long epoch = Integer.toUnsignedLong(packet.burst());
        if (floor.holds(packet.slot(), epoch)) {
            tell(packet.slot(), epoch, now);
            last = new Heard(packet.slot(), packet.burst(), now);
            return true;
        }
        return floor.view().holder() == 0 && last.isOf(packet, now);
    }

    /// Tells the floor that the holder speaks, often enough.
    private void tell(int member, long epoch, long now) {
        Told before = told;
        if (before.epoch() != epoch || now - before.at() >= TOLD_NANOS) {
            told = new Told(epoch, now);
            floor.voiceHeard(member, epoch);
        }
    }
}
