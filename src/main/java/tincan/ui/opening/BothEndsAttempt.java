package tincan.ui.opening;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.trace.EventLog;
import tincan.ui.BothEnds;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;

/// Opens a session that only this computer reaches, and joins it as a guest.
public final class BothEndsAttempt implements Attempt<BothEnds> {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long SECONDS_TO_LISTEN = 5;

    private final Sessions sessions;
    private final Session host;
    private final String guestName;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    /// Written by the thread that opens, read by the one that gives up.
    private volatile Runnable leaveGuest = () -> {
    };

    /// @param options how to host; the address and the port are chosen here
    public BothEndsAttempt(Sessions sessions, HostOptions options, String guestName) {
        this.sessions = sessions;
        this.guestName = guestName;
        this.host = sessions.host(options.onLoopback(), EventLog.usual());
    }

    @Override
    public BothEnds open() throws SessionFailure {
        OpenSession open = started(host, this::notePort);
        Session guest = sessions.join(new GuestOptions(new PeerAddress(LOOPBACK, port(), ""), guestName)
                .withAccess(GuestOptions.Access.OPEN), EventLog.usual());
        leaveGuest = guest::leave;
        try {
            return new BothEnds(open, started(guest, _ -> {
            }));
        } catch (SessionFailure e) {
            host.leave();
            throw e;
        }
    }

    @Override
    public void abandon() {
        leaveGuest.run();
        host.leave();
    }

    private static OpenSession started(Session session, Consumer<SessionEvent> first) throws SessionFailure {
        SessionFeed feed = new SessionFeed();
        session.start(first.andThen(feed));
        return new OpenSession(session, feed);
    }

    private void notePort(SessionEvent event) {
        if (event instanceof SessionEvent.Listening listening) {
            port.complete(listening.port());
        }
    }

    /// The host has started, so its event is on its way.
    private int port() throws SessionFailure {
        try {
            return port.orTimeout(SECONDS_TO_LISTEN, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            host.leave();
            throw new SessionFailure(SessionFailure.Kind.CANNOT_LISTEN, LOOPBACK);
        }
    }
}
