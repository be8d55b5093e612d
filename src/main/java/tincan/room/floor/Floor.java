package tincan.room.floor;

import static tincan.room.floor.Timing.LEASE;
import static tincan.room.floor.Timing.PENALTY;
import static tincan.room.floor.Timing.millis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tincan.room.floor.FloorMessage.FromParticipant;
import tincan.room.floor.FloorMessage.FromServer;

/// The floor control server of a room: who has the floor, and who waits. A state machine: an event and the time go in,
/// what follows comes out.
///
/// A grant is a lease: it holds until its holder gives it back, its connection is lost, or it was not renewed for so
/// long that the holder has certainly stopped. Only then does the next one get it, also when it was revoked: so two
/// never have it at once, whatever is lost or late between them.
///
/// Times are nanoseconds of one steady clock. Not thread-safe.
public final class Floor {
    /// How many may wait.
    public static final int QUEUE = 8;

    private final int local;
    private final long limit;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private List<Effect> effects = new ArrayList<>();
    private boolean on;
    private long epoch;
    private @Nullable Turn turn;
    /// Who had the floor for as long as one may while others waited, and until when it does not get it again.
    private int punished;
    private long punishedUntil;

    /// @param local the member on the server's own side: it needs no lease, and may take the floor from others
    /// @param limit how long a turn may be
    /// @param epoch the number of the last turn there ever was; 0 if there was none
    public Floor(int local, long limit, long epoch) {
        this.local = local;
        this.limit = limit;
        this.epoch = epoch;
    }

    /// Who waits, and for which press.
    private record Waiting(int member, long press) {}

    /// What follows from an event.
    public sealed interface Effect {}

    /// To be told to one member. The local one is told, too.
    public record Tell(int member, FromServer message) implements Effect {}

    /// The local member's turn ends in so long.
    public record Warned(long left) implements Effect {}

    /// Everybody is to know that a member has the floor, or nobody has; see [#holder].
    public record Moved() implements Effect {}

    /// A turn is over in which the holder's voice was heard for so long.
    public record Spoke(int member, long epoch, long nanos) implements Effect {}

    /// There is a floor from now on, or none.
    public List<Effect> mode(boolean turns, long now) {
        expire(now);
        if (on == turns) {
            return taken();
        }
        on = turns;
        if (!turns) {
            queue.forEach(one -> tell(one.member, new FloorMessage.Denied(one.press, Denial.CHAT)));
            queue.clear();
            revoke(Revocation.MODE, now);
        }
        effects.add(new Moved());
        return taken();
    }

    /// A member said something.
    public List<Effect> heard(int member, FromParticipant message, long now) {
        expire(now);
        switch (message) {
            case FloorMessage.Request(long press) -> request(member, press, now);
            case FloorMessage.Renew(long number, long press) -> renew(member, number, press, now);
            case FloorMessage.Release(long number) -> {
                if (isTurnOf(member) && turn().epoch == number) {
                    end(now);
                }
            }
            case FloorMessage.Cancel(long press) -> cancel(member, press, now);
        }
        return taken();
    }

    /// A member's connection is gone, and with it whatever it had or wished for.
    public List<Effect> lost(int member, long now) {
        expire(now);
        forget(member);
        if (isTurnOf(member)) {
            end(now);
        }
        return taken();
    }

    /// The local member takes the floor before all others, as soon as who has it has certainly stopped.
    public List<Effect> override(long press, long now) {
        expire(now);
        if (!on) {
            tell(local, new FloorMessage.Denied(press, Denial.CHAT));
        } else if (turn == null) {
            grant(new Waiting(local, press), now);
        } else if (!isTurnOf(local)) {
            queue.removeIf(one -> one.member == local);
            queue.addFirst(new Waiting(local, press));
            revoke(Revocation.OVERRIDE, now);
            tellPositions();
        }
        return taken();
    }

    /// Voice of this turn was heard.
    public List<Effect> voiceHeard(int member, long number, long now) {
        expire(now);
        if (holds(member, number)) {
            turn().heard(now);
        }
        return taken();
    }

    /// Time has passed.
    public List<Effect> tick(long now) {
        expire(now);
        return taken();
    }

    /// How long it is until [#tick] has something to do; empty if nothing is under way.
    public OptionalLong untilDue(long now) {
        return turn == null ? OptionalLong.empty() : OptionalLong.of(turn().untilDue(now));
    }

    /// Whether a member may speak in this turn.
    public boolean holds(int member, long number) {
        return holder() == member && turn().epoch == number;
    }

    /// The member that may speak; 0 if nobody may.
    public int holder() {
        return turn == null || turn().revoked ? 0 : turn().member;
    }

    /// The member whose turn it is, be it that it was revoked and may not know it yet; 0 if it is nobody's.
    public int occupant() {
        return turn == null ? 0 : turn().member;
    }

    /// The number of the present turn, or of the last one.
    public long epoch() {
        return epoch;
    }

    /// When the present turn must be over; 0 if nobody has the floor.
    public long limitEnd() {
        return turn == null ? 0 : turn().limitEnd;
    }

    /// The place of a member in the queue, from 1; 0 if it does not wait.
    public int position(int member) {
        int position = 0;
        for (Waiting one : queue) {
            position++;
            if (one.member == member) {
                return position;
            }
        }
        return 0;
    }

    private Turn turn() {
        if (turn == null) {
            throw new IllegalStateException("nobody has the floor");
        }
        return turn;
    }

    private boolean isTurnOf(int member) {
        return turn != null && turn().member == member;
    }

    private void request(int member, long press, long now) {
        if (!on) {
            tell(member, new FloorMessage.Denied(press, Denial.CHAT));
        } else if (isTurnOf(member) && (!turn().revoked || turn().press == press)) {
            requestAgain(press, now);
        } else if (member == punished && now - punishedUntil < 0) {
            tell(member, new FloorMessage.Denied(press, Denial.PENALTY));
        } else if (turn == null) {
            grant(new Waiting(member, press), now);
        } else {
            queue(member, press);
        }
    }

    /// Whoever has the floor already keeps its turn, for its new press: what it sends about an earlier one is over.
    /// That this press was answered already it has heard, or its lease runs out: another answer could be taken for one
    /// to a later renewal.
    private void requestAgain(long press, long now) {
        if (turn().press != press) {
            turn().press = press;
            turn().renew(now);
            tellGranted(press, now);
        }
    }

    /// One place a member: who asks again keeps the one it has.
    private void queue(int member, long press) {
        int before = position(member);
        if (before > 0) {
            List<Waiting> all = new ArrayList<>(queue);
            all.set(before - 1, new Waiting(member, press));
            queue.clear();
            queue.addAll(all);
        } else if (queue.size() >= QUEUE) {
            tell(member, new FloorMessage.Denied(press, Denial.QUEUE_FULL));
            return;
        } else {
            queue.add(new Waiting(member, press));
        }
        tell(member, new FloorMessage.Queued(press, position(member)));
    }

    private void renew(int member, long number, long press, long now) {
        if (!isTurnOf(member) || turn().epoch != number) {
            tell(member, new FloorMessage.Revoked(number, Revocation.LEASE));
        } else if (!turn().revoked) {
            turn().renew(now);
            tellGranted(press, now);
        }
    }

    /// A cancel that crossed its grant gives the floor back.
    private void cancel(int member, long press, long now) {
        if (queue.removeIf(one -> one.member == member && one.press == press)) {
            tellPositions();
        } else if (isTurnOf(member) && turn().press == press) {
            end(now);
        }
    }

    private void forget(int member) {
        if (queue.removeIf(one -> one.member == member)) {
            tellPositions();
        }
    }

    private void grant(Waiting to, long now) {
        Turn next = new Turn(to.member, to.press, ++epoch, to.member == local, now + limit);
        next.renew(now);
        turn = next;
        tellGranted(to.press, now);
        effects.add(new Moved());
    }

    private void tellGranted(long press, long now) {
        tell(turn().member,
                new FloorMessage.Granted(turn().epoch, press, millis(LEASE), millis(turn().limitEnd - now)));
    }

    private void tellPositions() {
        int position = 0;
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext();) {
            Waiting one = all.next();
            tell(one.member, new FloorMessage.Queued(one.press, ++position));
        }
    }

    private void tell(int member, FromServer message) {
        effects.add(new Tell(member, message));
    }

    /// Takes the floor from who has it. It is free once that one has certainly stopped.
    private void revoke(Revocation reason, long now) {
        if (turn == null || turn().revoked) {
            return;
        }
        turn().revoked = true;
        tell(turn().member, new FloorMessage.Revoked(turn().epoch, reason));
        tellSpoke();
        if (reason == Revocation.LIMIT && !queue.isEmpty()) {
            punished = turn().member;
            punishedUntil = now + PENALTY;
        }
        if (turn().local) {
            end(now);
        }
    }

    private void tellSpoke() {
        if (turn().spoke()) {
            effects.add(new Spoke(turn().member, turn().epoch, turn().spokeFor()));
        }
    }

    private void end(long now) {
        if (!turn().revoked) {
            tellSpoke();
        }
        turn = null;
        Waiting next = queue.poll();
        if (next == null) {
            effects.add(new Moved());
        } else {
            grant(next, now);
            tellPositions();
        }
    }

    private void expire(long now) {
        while (turn != null && turn().untilDue(now) == 0) {
            if (turn().leaseOver(now)) {
                revoke(Revocation.LEASE, now);
                end(now);
            } else if (turn().limitOver(now)) {
                revoke(Revocation.LIMIT, now);
            } else if (turn().silent(now)) {
                revoke(Revocation.SILENCE, now);
            } else {
                turn().warned = true;
                effects.add(new Warned(turn().limitEnd - now));
            }
        }
    }

    private List<Effect> taken() {
        List<Effect> all = effects;
        effects = new ArrayList<>();
        return all;
    }
}
