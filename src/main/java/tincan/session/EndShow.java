package tincan.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;

/// Whether a guest shows the host its end of the connection. Its person is asked once a session; what was answered
/// holds for every connection of it. Any thread.
final class EndShow {
    private final GuestOptions options;
    private final EventLog log;
    private final Dispatcher events;
    private final Supplier<Optional<Entrance.Claim>> claim;

    /// Owner: the lock on this object, as all that follow. Empty until the person has answered.
    private Optional<Boolean> answer = Optional.empty();
    /// Whether the host has asked since the last channel was made.
    private boolean wanted;
    /// Whether the person was told that the host asks.
    private boolean told;
    /// Where the host asked; null once that connection is over.
    private @Nullable GuestWriter carrier;
    private @Nullable EventsOut channel;
    /// Whether the host sees this end now.
    private boolean shown;

    /// @param claim to this guest's place; empty before it is in
    EndShow(GuestOptions options, EventLog log, Dispatcher events, Supplier<Optional<Entrance.Claim>> claim) {
        this.options = options;
        this.log = log;
        this.events = events;
        this.claim = claim;
    }

    /// The host asks.
    ///
    /// @param by writes on the connection on which it does
    void asked(GuestWriter by) {
        boolean tell;
        synchronized (this) {
            carrier = by;
            wanted = true;
            tell = !told;
            told = true;
        }
        if (tell) {
            events.tell(new SessionEvent.EndAsked());
        }
        act();
    }

    /// The person has answered, or ends what it allowed. Once it has said no, that is so for the session.
    void answer(boolean yes) {
        synchronized (this) {
            answer = Optional.of(yes && answer.orElse(true));
        }
        act();
    }

    private void act() {
        GuestWriter decline = null;
        EventsOut end = null;
        synchronized (this) {
            if (answer.isEmpty()) {
                return;
            }
            if (!answer.get()) {
                decline = carrier;
                end = channel;
            } else if (carrier != null && wanted && channel == null) {
                claim.get().ifPresent(this::open);
            }
        }
        if (decline != null) {
            decline.declineToShow();
        }
        if (end != null) {
            end.close();
        }
    }

    /// Under the lock.
    private void open(Entrance.Claim place) {
        EventsOut made = new EventsOut(options, place, log);
        GuestWriter by = carrier;
        channel = made;
        wanted = false;
        Thread.ofVirtual().name("guest events").start(() -> {
            boolean taken = made.run(() -> changed(made, true));
            over(made);
            if (!taken && by != null) {
                by.declineToShow(); // the host is not to wait for it
            }
        });
    }

    private void changed(EventsOut by, boolean now) {
        synchronized (this) {
            if (!by.equals(channel)) {
                return;
            }
            shown = now;
        }
        events.tellLatest(SessionEvent.EndShown.class, () -> new SessionEvent.EndShown(isShown()));
    }

    private void over(EventsOut by) {
        changed(by, false);
        synchronized (this) {
            if (by.equals(channel)) {
                channel = null;
            }
        }
        act(); // the host may have asked again meanwhile
    }

    private synchronized boolean isShown() {
        return shown;
    }

    /// The connection on which the host asked is over, and with it what was shown of it. On the next the host
    /// asks again.
    void connectionOver() {
        EventsOut end;
        synchronized (this) {
            carrier = null;
            wanted = false;
            end = channel;
        }
        if (end != null) {
            end.close();
        }
    }
}
