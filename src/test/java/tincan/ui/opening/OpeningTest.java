package tincan.ui.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.session.SessionFailure;

final class OpeningTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private final Opening<String> opening = new Opening<>(background::add, Runnable::run, opened::add);

    @Test
    void isBusyUntilItIsOpen() {
        opening.begin(attempt("a"));
        assertTrue(opening.busyProperty().get());
        runBackground();
        assertFalse(opening.busyProperty().get());
        assertEquals(List.of("a"), opened);
    }

    @Test
    void doesOneThingAtATime() {
        opening.begin(attempt("a"));
        opening.begin(attempt("b"));
        runBackground();
        assertEquals(List.of("a"), opened);
    }

    @Test
    void tellsWhyItFailedUntilItBeginsAnew() {
        SessionFailure failure = new SessionFailure(SessionFailure.Kind.FULL, "b");
        opening.begin(failing(failure));
        runBackground();
        assertEquals(Optional.of(failure), opening.failureProperty().get());
        opening.begin(attempt("a"));
        assertEquals(Optional.empty(), opening.failureProperty().get());
    }

    @Test
    void whatOpensAfterItWasGivenUpIsClosedAgain() {
        opening.begin(attempt("a"));
        opening.cancel();
        assertFalse(opening.busyProperty().get());
        runBackground();
        assertEquals(List.of(), opened);
        assertEquals(List.of("a", "a"), abandoned);
    }

    @Test
    void whatFailsAfterItWasGivenUpSaysNothing() {
        opening.begin(failing(new SessionFailure(SessionFailure.Kind.NO_ANSWER, "b")));
        opening.cancel();
        runBackground();
        assertEquals(Optional.empty(), opening.failureProperty().get());
    }

    @Test
    void anAttemptGivenUpDoesNotDisturbTheNext() {
        opening.begin(attempt("a"));
        opening.cancel();
        opening.begin(attempt("b"));
        runBackground();
        assertEquals(List.of("b"), opened);
    }

    private void runBackground() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private Attempt<String> attempt(String name) {
        return new Attempt<>() {
            @Override
            public String open() {
                return name;
            }

            @Override
            public void abandon() {
                abandoned.add(name);
            }
        };
    }

    private Attempt<String> failing(SessionFailure failure) {
        return new Attempt<>() {
            @Override
            public String open() throws SessionFailure {
                throw failure;
            }

            @Override
            public void abandon() {}
        };
    }
}
