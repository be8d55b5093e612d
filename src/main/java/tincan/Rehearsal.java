package tincan;

import java.util.List;
import java.util.concurrent.Executor;
import tincan.session.HostOptions;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.opening.BothEndsAttempt;
import tincan.ui.shell.MainWindow;

/// A walk through the window by itself, from which the build learns what a start needs. A thread of its own; what
/// touches the window goes through the gate.
final class Rehearsal {
    /// Long enough for a screen to be built and drawn.
    private static final long STEP_MILLIS = 300;

    private final MainWindow window;
    private final Sessions sessions;
    private final Executor fx;
    private final Text text;

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
            talk(ends);
            step(window::toggleTheme);
            step(window::toggleTheme);
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

    private void talk(BothEnds ends) throws InterruptedException {
        for (String words : List.of("Hello", "你好", "Two people, one line.")) {
            ends.host().session().say(words);
            step(() -> ends.guest().session().say(words));
        }
    }

    private void step(Runnable step) throws InterruptedException {
        fx.execute(step);
        Thread.sleep(STEP_MILLIS);
    }
}
