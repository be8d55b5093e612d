package tincan.session;

import java.util.concurrent.TimeUnit;
import tincan.room.Mode;

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
        boolean isOf(int who, int turn, long now) {
            return who == member && turn == burst && now - at < GRACE_NANOS;
        }
    }

    /// Whether a voice packet of a member may be heard now: everybody's where there is no floor, otherwise the
    /// holder's, in its turn. Takes note that the holder speaks.
    ///
    /// @param burst the turn that it says it is of
    /// @param duplex whether it says that everybody may talk
    boolean mayBeHeard(int member, int burst, boolean duplex, long now) {
        if (floor.mode() == Mode.CHAT) {
            return duplex && burst == 0;
        }
        if (duplex) {
            return false;
        }
        long epoch = Integer.toUnsignedLong(burst);
        if (floor.holds(member, epoch)) {
            tell(member, epoch, now);
            last = new Heard(member, burst, now);
            return true;
        }
        return floor.view().holder() == 0 && last.isOf(member, burst, now);
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
