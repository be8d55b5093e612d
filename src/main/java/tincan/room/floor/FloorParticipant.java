package tincan.room.floor;

import static tincan.room.floor.Timing.RENEWAL;
import static tincan.room.floor.Timing.REPEAT;
import static tincan.room.floor.Timing.WARNING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import tincan.room.floor.FloorMessage.FromParticipant;
import tincan.room.floor.FloorMessage.FromServer;

/// A floor participant: one press-to-talk key away from the server. A state machine as [Floor] is one.
///
/// It counts a lease from when it sent what the grant answers, so that it has stopped before the server thinks so,
/// without their clocks being compared. A grant counts only for the press that it answers: one that was for an earlier
/// press is given back at once, because the server may have heard of that press's end meanwhile.
///
/// Times are nanoseconds of one steady clock. Not thread-safe.
public class FloorParticipant {

    /// Where it stands, in the words of TS 24.380.
    public enum State {
        /// Has no permission, and wants none.
        HAS_NO_PERMISSION,
        /// Has asked, and waits for the answer.
        PENDING_REQUEST,
        /// Waits in the queue.
        QUEUED,
        /// May speak.
        HAS_PERMISSION
    }

    private List<Effect> effects = new ArrayList<>();
    private boolean on;
    private boolean connected;
    private State state = State.HAS_NO_PERMISSION;
    /// Whether the floor was granted so late that the answer to the first renewal might be too late: it is awaited.
    private boolean confirming;
    private long press;
    /// When the press was told first: what grants it is counted from then, also if it answers a repetition.
    private long requestedAt;
    private long repeatAt;
    private int position;
    private long epoch;
    private long leaseEnd;
    private long renewAt;
    private boolean warned;
    /// When the renewals were sent that were not answered. Answers come in order.
    private final Deque<Long> renewals = new ArrayDeque<>();
    private int holder;
    private String holderName = "";
    private long heardEpoch;
    private long limitEnd;

    /// What follows from an event.
    public sealed interface Effect {}

    /// To be told to the server.
    public record Send(FromParticipant message) implements Effect {}

    /// What was asked for is not to be had.
    public record Denied(Denial reason) implements Effect {}

    /// What was had is gone.
    public record Revoked(Revocation reason) implements Effect {}

    /// The turn ends in so long.
    public record Warned(long left) implements Effect {}

    /// There is a floor from now on, or none.
    public List<Effect> mode(boolean turns) {
        if (on && !turns) {
            giveUp(Denial.CHAT, Revocation.MODE);
            holder = 0;
        }
        on = turns;
        return taken();
    }

    /// There is a connection to the server; it will say who has the floor.
    public List<Effect> connected() {
        connected = true;
        return taken();
    }

    /// The connection is gone: the server gives away what this side had.
    public List<Effect> disconnected() {
        giveUp(Denial.OFFLINE, Revocation.LEASE);
        effects.removeIf(Send.class::isInstance); // nobody hears it
        connected = false;
        holder = 0;
        return taken();
    }

    /// The key is pressed. While it waits for the floor, this press takes the place of the one before.
    public List<Effect> press(long now) {
        if (!on) {
            effects.add(new Denied(Denial.CHAT));
        } else if (!connected) {
            effects.add(new Denied(Denial.OFFLINE));
        } else if (!hasGrant()) {
            state = state == State.QUEUED ? State.QUEUED : State.PENDING_REQUEST;
            requestedAt = now;
            repeatAt = now + REPEAT;
            send(new FloorMessage.Request(++press));
        }
        return taken();
    }

    /// The key is let go.
    public List<Effect> release() {
        letGo();
        return taken();
    }

    private void letGo() {
        if (hasGrant()) {
            send(new FloorMessage.Release(epoch));
        } else if (isWaiting()) {
            send(new FloorMessage.Cancel(press));
        }
        rest();
    }

    /// The server said something.
    public List<Effect> heard(FromServer message, long now) {
        expire(now);
        switch (message) {
            case FloorMessage.Granted granted -> granted(granted, now);
            case FloorMessage.Denied(long number, Denial reason) -> {
                if (isWaiting() && isCurrent(number)) {
                    rest();
                    effects.add(new Denied(reason));
                }
            }
            case FloorMessage.Queued(long number, int place) -> {
                if (isWaiting() && isCurrent(number)) {
                    state = State.QUEUED;
                    position = place;
                }
            }
            case FloorMessage.Revoked(long number, Revocation reason) -> revoked(number, reason, now);
            case FloorMessage.Taken taken -> moved(taken.epoch(), taken.member(), taken.name(),
                    now + TimeUnit.MILLISECONDS.toNanos(taken.limit()));
            case FloorMessage.Idle(long number) -> moved(number, 0, "", 0);
        }
        return taken();
    }

    /// Time has passed.
    public List<Effect> tick(long now) {
        expire(now);
        return taken();
    }

    /// How long it is until [#tick] has something to do; empty if it waits for nothing.
    public OptionalLong untilDue(long now) {
        if (state == State.HAS_NO_PERMISSION && !confirming) {
            return OptionalLong.empty();
        }
        long due = (hasGrant() ? renewAt : repeatAt) - now;
        if (state == State.HAS_PERMISSION) {
            due = Math.min(due, leaseEnd - now);
            due = warned ? due : Math.min(due, limitEnd - WARNING - now);
        }
        return OptionalLong.of(Math.max(0, due));
    }

    /// Whether this side may speak now.
    public boolean maySpeak(long now) {
        return state == State.HAS_PERMISSION && now - leaseEnd < 0;
    }

    public State state() {
        return state;
    }

    /// The place in the queue, from 1; 0 if it does not wait there.
    public int position() {
        return state == State.QUEUED ? position : 0;
    }

    /// The member that has the floor, as far as the server has told; 0 if nobody has.
    public int holder() {
        return holder;
    }

    /// Its name; empty if nobody has the floor.
    public String holderName() {
        return holderName;
    }

    /// The number of this side's turn, if it has the floor; otherwise of the last turn heard of.
    public long epoch() {
        return state == State.HAS_PERMISSION ? epoch : heardEpoch;
    }

    /// When the present turn must be over; 0 if nobody has the floor.
    public long limitEnd() {
        return limitEnd;
    }

    /// Whether an answer is for the press that counts.
    boolean isCurrent(long number) {
        return number == press;
    }

    /// Whether the server gave it the floor, be it confirmed or not.
    private boolean hasGrant() {
        return confirming || state == State.HAS_PERMISSION;
    }

    private boolean isWaiting() {
        return !hasGrant() && state != State.HAS_NO_PERMISSION;
    }

    private void granted(FloorMessage.Granted granted, long now) {
        long lease = TimeUnit.MILLISECONDS.toNanos(granted.lease());
        if (isWaiting() && isCurrent(granted.press())) {
            begin(granted, now);
            if (now - requestedAt > RENEWAL) {
                confirming = true;
                renew(now);
            } else {
                hold(requestedAt + lease, now);
            }
        } else if (hasGrant() && granted.epoch() == epoch) {
            Long sent = renewals.poll();
            if (sent != null) {
                hold(sent + lease, now);
            }
        } else {
            send(new FloorMessage.Cancel(granted.press())); // its turn may be that of a later press by now
        }
    }

    private void begin(FloorMessage.Granted granted, long now) {
        epoch = granted.epoch();
        limitEnd = now + TimeUnit.MILLISECONDS.toNanos(granted.limit());
        renewAt = requestedAt + RENEWAL;
        warned = false;
        renewals.clear();
    }

    private void hold(long until, long now) {
        leaseEnd = state == State.HAS_PERMISSION && leaseEnd - until > 0 ? leaseEnd : until;
        confirming = false;
        state = State.HAS_PERMISSION;
        expire(now);
    }

    private void renew(long now) {
        renewals.add(now);
        renewAt = now + RENEWAL;
        send(new FloorMessage.Renew(epoch, press));
    }

    /// Whoever still waits may have lost the grant that this ends.
    private void revoked(long number, Revocation reason, long now) {
        if (hasGrant() && number == epoch) {
            send(new FloorMessage.Release(epoch));
            rest();
            effects.add(new Revoked(reason));
        } else if (isWaiting()) {
            repeat(now);
        }
    }

    private void repeat(long now) {
        repeatAt = now + REPEAT;
        send(new FloorMessage.Request(press));
    }

    private void moved(long number, int member, String name, long until) {
        if (!hasGrant() || number != epoch) {
            limitEnd = hasGrant() ? limitEnd : until;
        }
        heardEpoch = number;
        holder = member;
        holderName = name;
    }

    private void giveUp(Denial denial, Revocation revocation) {
        boolean had = hasGrant();
        boolean wanted = isWaiting();
        letGo();
        if (had) {
            effects.add(new Revoked(revocation));
        } else if (wanted) {
            effects.add(new Denied(denial));
        }
    }

    private void rest() {
        state = State.HAS_NO_PERMISSION;
        confirming = false;
        position = 0;
        renewals.clear();
    }

    private void expire(long now) {
        if (state == State.HAS_PERMISSION && now - leaseEnd >= 0) {
            revoked(epoch, Revocation.LEASE, now);
        }
        if (isWaiting() && now - repeatAt >= 0) {
            repeat(now);
        }
        if (hasGrant() && now - renewAt >= 0) {
            renew(now);
        }
        if (state == State.HAS_PERMISSION && !warned && now - (limitEnd - WARNING) >= 0) {
            warned = true;
            effects.add(new Warned(Math.max(0, limitEnd - now)));
        }
    }

    private void send(FromParticipant message) {
        effects.add(new Send(message));
    }

    private List<Effect> taken() {
        List<Effect> all = effects;
        effects = new ArrayList<>();
        return all;
    }
}
