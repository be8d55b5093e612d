package tincan.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.lab.lesson.Lessons;
import tincan.lab.socket.Pace;
import tincan.lab.socket.Place;
import tincan.text.Text;

final class LessonViewModelTest {
    @TempDir
    private Path folder;
    private final Window window = new Window();
    private LessonViewModel model;
    private ServerViewModel server;
    private ClientViewModel client;

    @BeforeEach
    void open() throws Exception {
        open("upper");
    }

    private void open(String lesson) throws Exception {
        Lessons lessons = new Lessons(folder, Clock.systemUTC());
        window.run(() -> {
            model = new LessonViewModel(lessons.named(lesson).orElseThrow(), window, Thread::startVirtualThread,
                    Text.in(Locale.ENGLISH));
            model.start();
            server = model.server();
            client = model.clients().getFirst();
            server.portProperty().set("0");
        });
    }

    @AfterEach
    void close() throws Exception {
        window.run(model::close);
        window.close();
    }

    private void start() throws Exception {
        window.run(server::start);
        window.await("the server runs", () -> server.stateProperty().get() == ServerViewModel.State.RUNNING);
    }

    private void connect() throws Exception {
        window.run(client::connect);
        window.await("connected", () -> client.stateProperty().get() == ClientViewModel.State.CONNECTED);
    }

    private void say(String line) throws Exception {
        assertTrue(window.on(() -> client.send(line)), line);
    }

    private List<String> lines() {
        return client.console().lines().stream().map(ConsoleLine::words).toList();
    }

    @Test
    void aClientGoesWhereTheServerListensAndSaysWhatOneTypes() throws Exception {
        start();
        connect();
        say("abc");

        window.await("answered", () -> lines().equals(List.of("abc", "ABC")));
        assertEquals(1, window.on(() -> server.served().size()));
        window.run(client::close);
        window.await("left", () -> client.stateProperty().get() == ClientViewModel.State.IDLE);
        assertEquals("", window.on(() -> client.troubleProperty().get()));
        window.await("nobody is served", () -> server.served().isEmpty());
    }

    @Test
    void whoConnectsAgainHasANameOfItsOwnInTheLog() throws Exception {
        start();
        connect();
        window.run(client::close);
        window.await("left", () -> client.stateProperty().get() == ClientViewModel.State.IDLE);
        connect();

        assertEquals("client-1.2", window.on(() -> client.nameProperty().get()));
    }

    @Test
    void nobodyThereIsToldInWords() throws Exception {
        start();
        window.run(server::stop);
        window.await("stopped", () -> server.stateProperty().get() == ServerViewModel.State.STOPPED);
        window.run(client::connect);

        window.await("told", () -> client.troubleProperty().get().contains("nobody listens at that port"));
        assertTrue(window.on(() -> client.troubleProperty().get()).startsWith("connect failed. The system said: "));
    }

    @Test
    void aPortThatIsTakenIsToldWithWhoHasIt() throws Exception {
        start();
        Place taken = window.on(() -> server.placeProperty().get().orElseThrow());
        window.run(server::stop);
        window.await("stopped", () -> server.stateProperty().get() == ServerViewModel.State.STOPPED);
        window.run(() -> server.portProperty().set(Integer.toString(((Place.Port) taken).port())));
        window.run(() -> model.faults().portTakenProperty().set(true));
        window.await("taken", () -> model.faults().taken());
        assertTrue(window.on(() -> model.faults().anyBinding().get()));

        window.run(server::start);

        window.await("told", () -> server.troubleProperty().get().contains("Something else has that port"));
        window.run(model.faults()::none);
        window.await("free again", () -> !model.faults().taken());
        window.await("starts", () -> {
            server.start();
            return server.stateProperty().get() == ServerViewModel.State.RUNNING;
        });
    }

    @Test
    void whatIsNoPortIsToldBeforeAnythingIsDone() throws Exception {
        window.run(() -> {
            server.portProperty().set("eighty");
            server.start();
            client.portProperty().set("70000");
            client.connect();
        });

        assertEquals("A port is a number from 0 to 65535; 0 takes any free one.",
                window.on(() -> server.troubleProperty().get()));
        assertTrue(window.on(() -> client.troubleProperty().get()).startsWith("Give an address"));
        assertEquals(0, model.log().newest());
    }

    @Test
    void theSecondClientIsCountedInTheBacklogWhileTheFirstIsServed() throws Exception {
        start();
        connect();
        window.await("served", () -> server.served().size() == 1);
        window.run(model::addClient);
        client = window.on(() -> model.clients().getLast());
        connect();

        window.run(server::look);
        if (window.on(() -> server.waitingProperty().get()).isPresent()) {
            window.await("it waits", () -> {
                server.look();
                return server.waitingProperty().get().equals(OptionalInt.of(1));
            });
        }
    }

    @Test
    void aUnixDomainSocketIsReachedByItsFile() throws Exception {
        window.run(() -> server.boundProperty().set(Bound.UNIX));
        start();
        connect();
        say("abc");

        window.await("answered", () -> lines().contains("ABC"));
        assertTrue(window.on(() -> client.hostProperty().get()).endsWith("lesson.sock"));
    }

    @Test
    void aHeldCallWaitsForItsStepAndIsNamed() throws Exception {
        start();
        connect();
        window.await("served", () -> server.served().size() == 1);
        window.run(() -> model.pace().choose(Pace.Mode.STEP));
        say("abc");
        window.await("held", () -> model.pace().heldProperty().get().stream()
                .anyMatch(held -> held.connection().equals("client-1")));
        for (int i = 0; i < 8 && !window.on(() -> lines().contains("ABC")); i++) {
            window.await("a call waits or it is done",
                    () -> !model.pace().heldProperty().get().isEmpty() || lines().contains("ABC"));
            window.run(model.pace()::step);
        }
        window.await("answered", () -> lines().contains("ABC"));
    }

    @Test
    void theCheckSaysWhatIsMissingAndThenThatAllIsDone() throws Exception {
        window.run(() -> model.check().look(() -> {
        }));
        window.await("looked", () -> model.check().resultsProperty().get().size() == 3);
        assertTrue(window.on(() -> model.check().resultsProperty().get().stream().noneMatch(r -> r.reached())));
        start();
        connect();
        say("abc");
        window.await("answered", () -> lines().contains("ABC"));
        say("café");
        say("exit");
        window.await("left", () -> client.stateProperty().get() == ClientViewModel.State.IDLE);

        window.await("done", () -> {
            model.check().look(() -> {
            });
            return model.check().done();
        });
    }

    @Test
    void aFaultIsToldToTheSocketsAndShown() throws Exception {
        window.run(() -> model.faults().pieceProperty().set(3));
        assertTrue(window.on(() -> model.faults().anyBinding().get()));
        start();
        connect();
        say("abcdef");
        window.await("two writes", () -> model.log().since(0, 1_000).stream()
                .filter(event -> event.connection().equals("client-1") && event.what().bytes() == 3).count() >= 2);

        window.run(model.faults()::none);

        assertEquals(Duration.ZERO, window.on(() -> Duration.ofMillis(model.faults().delayProperty().get())));
        assertTrue(!window.on(() -> model.faults().anyBinding().get()));
    }

    @Test
    void leavingClosesAllSockets() throws Exception {
        start();
        connect();

        window.run(model::close);

        window.await("the server is over", () -> server.stateProperty().get() == ServerViewModel.State.STOPPED);
        window.await("the client is over", () -> client.stateProperty().get() == ClientViewModel.State.IDLE);
        assertEquals(Optional.empty(), window.on(() -> server.placeProperty().get()));
    }
}
