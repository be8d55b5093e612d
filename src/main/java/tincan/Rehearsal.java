package tincan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tincan.session.GuestOptions;
import tincan.session.HostControls;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.Privacy;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.BothEnds;
import tincan.ui.OpenSession;
import tincan.ui.opening.BothEndsAttempt;
import tincan.ui.opening.SessionAttempt;
import tincan.ui.shell.MainWindow;

/// A walk through the window by itself, from which the build learns what a start needs. A thread of its own; what
/// touches the window goes through the gate.
final class Rehearsal {
    /// Long enough for a screen to be built and drawn.
    private static final long STEP_MILLIS = 300;

    private static final String LOOPBACK = "127.0.0.1";

    private final MainWindow window;
    private final Sessions sessions;
    private final Executor fx;
    private final Text text;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    Rehearsal(MainWindow window, Sessions sessions, Executor fx, Text text) {
        this.window = window;
        this.sessions = sessions;
        this.fx = fx;
        this.text = text;
    }

    void begin() {
        Thread.ofVirtual().name("rehearsal").start(this::walk);
    }

    private void walk() {
        try {
            step(window::showHelp);
            step(window::back);
            BothEnds ends = opened();
            step(() -> window.showBothEnds(ends));
            talk(ends.host().session(), ends.guest().session());
            step(window::toggleTheme);
            step(window::toggleTheme);
            OpenSession host = new SessionAttempt(sessions.host(inPrivate(), EventLog.usual()), this::notePort).open();
            step(() -> window.showSession(host));
            joinPrivately(host.session());
            step(window::showSettings);
            step(window::back);
        } catch (SessionFailure e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fx.execute(window::close);
        }
    }

    private BothEnds opened() throws SessionFailure {
        String title = text.of("app.name");
        return new BothEndsAttempt(sessions, HostOptions.open(title, title, 0, text), text.of("both.guest.name"))
                .open();
    }

    private HostOptions inPrivate() {
        String title = text.of("app.name");
        return HostOptions.open(title, title, 0, text).withPrivacy(Privacy.CODE).onLoopback();
    }

    private void joinPrivately(Session host) throws SessionFailure, InterruptedException {
        String code = host.controls().flatMap(HostControls::code).orElseThrow();
        GuestOptions options = new GuestOptions(new PeerAddress(LOOPBACK, port.join(), code),
                text.of("both.guest.name"));
        try (Session guest = sessions.join(options, EventLog.off())) {
            guest.start(Session.NOBODY);
            talk(host, guest);
        }
    }

    private void notePort(SessionEvent event) {
        if (event instanceof SessionEvent.Listening listening) {
            port.complete(listening.port());
        }
    }

    private void talk(Session host, Session guest) throws InterruptedException {
        for (String words : List.of("Hello", "你好", "Two people, one line.")) {
            host.say(words);
            step(() -> guest.say(words));
        }
    }

    private void step(Runnable step) throws InterruptedException {
        fx.execute(step);
        Thread.sleep(STEP_MILLIS);
    }
}
