package tincan.session;

import tincan.room.floor.FloorCodec;
import tincan.room.floor.FloorMessage;
import tincan.wire.Frame;

/// Whose turn it is, as everybody is told. The latest counts.
///
/// @param member who has the floor; 0 if nobody has
/// @param name of that member
/// @param limitNanos when the turn must be over, by [System#nanoTime]
record FloorSignal(long epoch, int member, String name, long limitNanos) {
    private static final long MILLION = 1_000_000;

    /// As it goes out now.
    Frame.Floor frame() {
        long left = Math.max(0, limitNanos - System.nanoTime()) / MILLION;
        return FloorCodec.frame(member == 0
                ? new FloorMessage.Idle(epoch)
                : new FloorMessage.Taken(epoch, member, name, (int) left));
    }
}
