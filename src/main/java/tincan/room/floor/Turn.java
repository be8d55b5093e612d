package tincan.room.floor;

import static tincan.room.floor.Timing.LEASE;
import static tincan.room.floor.Timing.MARGIN;
import static tincan.room.floor.Timing.SILENCE;
import static tincan.room.floor.Timing.WARNING;

/// One turn of one member, from the grant to its end. Times are those of the server. Owner: its [Floor].
final class Turn {
    final int member;
    /// The latest wish of its holder.
    long press;
    final long epoch;
    /// Whether the holder is the server's own member, which is asked nothing over a network.
    final boolean local;
    final long limitEnd;
    private long leaseEnd;
    /// Whether it was taken away; the holder may not know it yet.
    boolean revoked;
    boolean warned;
    private boolean spoke;
    private long firstVoice;
    private long lastVoice;

    Turn(int member, long press, long epoch, boolean local, long limitEnd) {
        this.member = member;
        this.press = press;
        this.epoch = epoch;
        this.local = local;
        this.limitEnd = limitEnd;
    }

    void renew(long now) {
        leaseEnd = now + LEASE + MARGIN;
    }

    boolean leaseOver(long now) {
        return !local && now - leaseEnd >= 0;
    }

    boolean limitOver(long now) {
        return now - limitEnd >= 0;
    }

    boolean silent(long now) {
        return spoke && now - lastVoice >= SILENCE;
    }

    void heard(long now) {
        firstVoice = spoke ? firstVoice : now;
        lastVoice = now;
        spoke = true;
    }

    /// Whether its voice was heard in this turn.
    boolean spoke() {
        return spoke;
    }

    long spokeFor() {
        return lastVoice - firstVoice;
    }

    /// How long it is until something is due.
    long untilDue(long now) {
        long due = local ? Long.MAX_VALUE : leaseEnd - now;
        if (!revoked) {
            due = Math.min(due, limitEnd - now);
            due = spoke ? Math.min(due, lastVoice + SILENCE - now) : due;
            due = local && !warned ? Math.min(due, limitEnd - WARNING - now) : due;
        }
        return Math.max(0, due);
    }
}
