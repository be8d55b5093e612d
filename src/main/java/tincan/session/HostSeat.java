package tincan.session;

import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import tincan.room.Command;
import tincan.room.Limits;
import tincan.room.Mode;
import tincan.room.Outcome;
import tincan.room.Outcome.Admitted;
import tincan.room.Seat;

/// The host as a member of its own room: one without a socket, whose texts are in the room when they are said.
/// Any thread.
final class HostSeat {
    private final SharedRoom room;
    private final Receipts receipts = new Receipts();
    private final ReentrantLock saying = new ReentrantLock();
    private volatile Seat seat = new Seat(Person.HOST, 0);
    private volatile String name;
    /// Owner: the lock [#saying].
    private long lastId;

    /// @param name as asked for
    HostSeat(SharedRoom room, String name) {
        this.room = room;
        this.name = name;
    }

    /// Comes into a new room.
    Admitted take() {
        return taken((Admitted) room.apply(new Command.Join(name, Admission.secret(), false)));
    }

    /// Comes back into a room that was kept.
    ///
    /// @param lastSeq the last entry that was kept
    Admitted takeAgain(long lastSeq) {
        Admitted self = taken(room.ask(inside -> inside.admitAgain(Person.HOST)));
        saying.lock();
        try {
            lastId = self.said();
        } finally {
            saying.unlock();
        }
        if (self.said() > 0) {
            receipts.said(self.said(), lastSeq); // those before it have gone that far, too
        }
        return self;
    }

    private Admitted taken(Admitted self) {
        seat = self.seat();
        name = self.name();
        return self;
    }

    /// The name that the room gave it; before that the one it asks for.
    String name() {
        return name;
    }

    /// Says something, unless it cannot be said.
    ///
    /// @param isOpen whether the session is
    Sending say(String text, BooleanSupplier isOpen) {
        if (text.isEmpty()) {
            return new Sending.Rejected(Sending.Why.EMPTY);
        }
        if (!Limits.fits(text)) {
            return new Sending.Rejected(Sending.Why.TOO_LONG);
        }
        if (!isOpen.getAsBoolean()) {
            return new Sending.Rejected(Sending.Why.CLOSED);
        }
        if (room.followers().isHeld()) {
            return new Sending.Rejected(Sending.Why.TOO_MUCH_WAITING);
        }
        return append(text);
    }

    private Sending append(String text) {
        saying.lock();
        try {
            long next = lastId + 1;
            Outcome outcome = room.apply(new Command.Say(seat, next, text));
            if (!(outcome instanceof Outcome.Appended appended)) {
                boolean turn = outcome instanceof Outcome.Declined(Outcome.Why why) && why == Outcome.Why.NOT_YOUR_TURN;
                return new Sending.Rejected(turn ? Sending.Why.NOT_YOUR_TURN : Sending.Why.CLOSED);
            }
            lastId = next;
            receipts.said(next, appended.seq());
            return new Sending.Accepted(next);
        } finally {
            saying.unlock();
        }
    }

    /// Decides who may speak.
    void mode(Mode to) {
        room.apply(new Command.SetMode(seat, to));
    }

    void typing(boolean now) {
        room.apply(new Command.Type(seat, now));
    }

    /// Whether something said has not reached everybody.
    boolean hasOutstanding() {
        return receipts.outstanding();
    }

    /// How far what was said has come.
    SessionEvent.Progress progress() {
        return receipts.acknowledged(acknowledged());
    }

    /// Whether everybody present has all that was said, or nobody is there to have it.
    boolean allDelivered() {
        progress();
        return !receipts.outstanding() || acknowledged().isEmpty();
    }

    private OptionalLong acknowledged() {
        return room.ask(inside -> inside.acknowledgedByAllBut(Person.HOST));
    }
}
