package tincan.lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.lab.Goal;
import tincan.lab.LabClient;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.Person;
import tincan.lab.ServerOptions;
import tincan.lab.socket.Faults;
import tincan.lab.socket.Pace;
import tincan.lab.socket.SocketTrouble;
import tincan.trace.SocketCall;

/// Each lesson's exercise as its page says it: no goal is reached before, all are after.
@Timeout(120)
final class ExercisesTest {
    @TempDir
    private Path folder;

    private final LabStand stand = new LabStand();
    private final Person ada = new Person();
    private final Person bob = new Person();

    @AfterEach
    void close() {
        stand.close();
    }

    private Lesson lesson(String name) {
        Lesson lesson = new Lessons(folder, LabStand.CLOCK).named(name).orElseThrow();
        assertEquals(lesson.goals().stream().map(Goal::key).toList(), stand.missing(lesson), "nothing happened yet");
        return lesson;
    }

    @Test
    void timeEcho() throws Exception {
        Lesson lesson = lesson("time-echo");
        LabServer server = stand.serve(lesson);
        LabClient first = stand.use(lesson, server.address(), ada.types("Hello"));
        assertEquals("[Sat Nov 21 01:08:06 2026] b'Hello'", ada.sees());
        LabClient second = stand.use(lesson, server.address(), bob.types("Hello"));
        stand.awaitMissing(lesson, "lab.time-echo.goal.waited", "lab.time-echo.goal.left");

        ada.types("");
        LabStand.awaitLeft(first);

        assertEquals("[Sat Nov 21 01:08:06 2026] b'Hello'", bob.sees());
        bob.types("");
        LabStand.awaitLeft(second);
        stand.awaitGoals(lesson);
    }

    @Test
    void timeEchoThreads() throws Exception {
        Lesson lesson = lesson("time-echo-threads");
        LabServer server = stand.serve(lesson);
        Person third = new Person();
        List<Person> people = List.of(ada, bob, third);
        for (Person person : people) {
            LabClient _ = stand.use(lesson, server.address(), person);
        }
        for (Person person : people.reversed()) {
            person.types("Hello");
            assertEquals("[Sat Nov 21 01:08:06 2026] b'Hello'", person.sees());
        }
        stand.awaitMissing(lesson, "lab.time-echo-threads.goal.left");

        people.forEach(Person::ends);

        stand.awaitGoals(lesson);
    }

    @Test
    void upper() throws Exception {
        Lesson lesson = lesson("upper");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("abc", "café", "exit"));

        assertEquals(List.of("ABC", "CAFé", "EXIT"), ada.sees(3));

        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void echo() throws Exception {
        Lesson lesson = lesson("echo");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada, lesson.clientOptions().withBuffer(4));
        ada.types("hello, world", "bye");

        assertEquals(List.of("hell", "o, w", "orld", "bye"), ada.sees(4));

        client.close();
        stand.awaitGoals(lesson);
    }

    @Test
    void echoMayEndWithItsOnlyClient() throws Exception {
        Lesson lesson = lesson("echo");
        LabServer server = stand.serve(lesson, lesson.options().withOnce(true));
        LabClient client = stand.use(lesson, server.address(), ada.types("a", ""));

        assertEquals("a", ada.sees());

        LabStand.awaitLeft(client);
        server.awaitEnd();
    }

    @Test
    void udpOk() throws Exception {
        Lesson lesson = lesson("udp-ok");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("Hello"),
                lesson.clientOptions().withTimeout(Duration.ofMillis(500)));
        assertEquals("OK", ada.sees());
        LabClient other = stand.use(lesson, server.address(), bob.types("Hello"));
        assertEquals("OK", bob.sees());
        stand.awaitMissing(lesson, "lab.udp-ok.goal.silence");

        server.close();
        server.awaitEnd();
        ada.types("Hello");

        assertEquals("lab.told.no-answer", ada.sees());
        stand.awaitGoals(lesson);
        ada.ends();
        bob.ends();
        LabStand.awaitLeft(client);
        LabStand.awaitLeft(other);
    }

    @Test
    void udpEcho() throws Exception {
        Lesson lesson = lesson("udp-echo");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("one", "two"));
        assertEquals(List.of("one", "two"), ada.sees(2));

        client.buffer(4);
        ada.types("hello, world", "bye");

        assertEquals(List.of("hell", "bye"), ada.sees(2));
        LabStand.awaitLeft(client);
        server.awaitEnd();
        stand.awaitGoals(lesson);
    }

    @Test
    void command() throws Exception {
        Lesson lesson = lesson("command");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada, lesson.clientOptions().withBuffer(10));
        ada.types("date", "Start");
        assertEquals(List.of("ready|29", "Sat Nov 21", " 01:08:06 ", "UTC 2026\n"), ada.sees(4));
        ada.types("foo", "Start");
        assertEquals("ready|19", ada.sees());
        assertEquals("sh: foo: not found\n", ada.seesText(19));
        stand.awaitMissing(lesson, "lab.command.goal.expected");

        ada.types("date", "hello", "ls", "Start", "exit");

        assertEquals(List.of("ready|29", "expected Start", "ready|19"), ada.sees(3));
        assertEquals("cmd has no output..", ada.seesText(19));
        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void welcome() throws Exception {
        Lesson lesson = lesson("welcome");
        LabServer server = stand.serve(lesson);
        LabClient first = stand.use(lesson, server.address(), ada);
        assertEquals("Welcome to call 10086, please enter 1xxx, 0 to Manual service.", ada.sees());
        LabClient second = stand.use(lesson, server.address(), bob);
        assertEquals("Welcome to call 10086, please enter 1xxx, 0 to Manual service.", bob.sees());
        stand.awaitMissing(lesson, "lab.welcome.goal.answered", "lab.welcome.goal.manual");

        ada.types("date", "exit");
        bob.types("0", "exit");

        assertEquals("Sat Nov 21 01:08:06 UTC 2026\n", ada.sees());
        assertEquals("You are through to Manual service.", bob.sees());
        LabStand.awaitLeft(first);
        LabStand.awaitLeft(second);
        stand.awaitGoals(lesson);
    }

    @Test
    void upload() throws Exception {
        Lesson lesson = lesson("upload");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(),
                ada.types("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": 5}"));
        assertEquals(Welcome.GREETING, ada.sees());
        assertEquals("{\"status\": 200}", ada.sees());
        ada.types("Hel");
        stand.await(() -> stand.seen().moved(SocketCall.READ, "Hel"), "the first piece is read");
        ada.types("lo");
        assertEquals("recv success", ada.sees());
        client.close();
        ada.ends();
        assertEquals("Hello", Files.readString(folder.resolve("upload", "a.bin")));
        stand.awaitMissing(lesson, "lab.upload.goal.bad-size", "lab.upload.goal.too-large");

        LabClient _ = stand.use(lesson, server.address(),
                bob.types("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": -5}"));
        assertEquals(List.of(Welcome.GREETING, "{\"status\": 400, \"reason\": \"bad size\"}"), bob.sees(2));
        Person third = new Person();
        LabClient _ = stand.use(lesson, server.address(),
                third.types("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": 1000000000000}"));
        assertEquals(List.of(Welcome.GREETING, "{\"status\": 413, \"reason\": \"larger than 209715200 bytes\"}"),
                third.sees(2));
        stand.awaitGoals(lesson);
        assertEquals(List.of("a.bin"), files());
    }

    private List<String> files() throws Exception {
        try (var files = Files.list(folder.resolve("upload"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void printer() throws Exception {
        Lesson lesson = lesson("printer");
        LabServer server = stand.serve(lesson);
        LabClient first = stand.use(lesson, server.address(), ada);
        for (int page = 1; page <= 5; page++) {
            ada.types("print hi");
            assertEquals("printed: page %d, %d sheets left".formatted(page, 5 - page), ada.sees());
        }
        ada.types("print hi");
        assertEquals("refused: out of paper", ada.sees());
        LabClient second = stand.use(lesson, server.address(), bob.types("status", "paper", "exit"));
        assertEquals(List.of("0 sheets, ink for 30 characters", "loaded: 5 sheets"), bob.sees(2));
        LabStand.awaitLeft(second);
        stand.awaitMissing(lesson, "lab.printer.goal.ink", "lab.printer.goal.again");

        String line = "print this line is longer than what is left";
        ada.types(line, "ink", line, "exit");

        assertEquals(List.of("refused: no ink", "filled: ink for 40 characters", "printed: page 6, 4 sheets left"),
                ada.sees(3));
        LabStand.awaitLeft(first);
        stand.awaitGoals(lesson);
    }

    @Test
    void sticky() throws Exception {
        Lesson lesson = lesson("sticky");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(),
                ada.types("three", "pieces", "what", "newline", "fixed", "length", "json", "exit"));

        assertEquals(List.of("one read: 11 bytes, b'onetwothree'", "3 reads: b'twel' b've b' b'ytes'",
                "refused: unknown choice", "3 messages, 3 bytes of framing: b'one' b'two' b'three'",
                "3 messages, 37 bytes of framing: b'one' b'two' b'three'",
                "3 messages, 12 bytes of framing: b'one' b'two' b'three'",
                "3 messages, 39 bytes of framing: b'one' b'two' b'three'"), ada.sees(7));

        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void threeSendsAreOneReadInStepsToo() throws Exception {
        Lesson lesson = lesson("sticky");
        Pace pace = stand.sockets().pace();
        Runnable bell = () -> {
            if (!pace.held().isEmpty()) {
                Thread.ofVirtual().start(pace::step);
            }
        };
        Runnable _ = pace.onChange(bell);
        LabServer server = stand.serve(lesson);
        pace.mode(Pace.Mode.STEP);

        LabClient _ = stand.use(lesson, server.address(), ada.types("three"));

        assertEquals("one read: 11 bytes, b'onetwothree'", ada.sees());
    }

    @Test
    void reuse() throws Exception {
        Lesson lesson = lesson("reuse");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada);
        assertEquals("bye", ada.sees());
        LabStand.awaitLeft(client);
        server.close();
        server.awaitEnd();
        ServerOptions again = lesson.options().withAddress(server.address());

        SocketTrouble trouble = assertThrows(SocketTrouble.class,
                () -> LabServer.start(lesson, again.withListen(again.listen().withReuse(false)), stand.sockets(),
                        ada.console()));
        assertEquals(SocketTrouble.Kind.PORT_IN_USE, trouble.kind());
        stand.awaitMissing(lesson, "lab.reuse.goal.again");

        LabServer _ = LabServer.start(lesson, again, stand.sockets(), ada.console());

        stand.awaitGoals(lesson);
    }

    @Test
    void turns() throws Exception {
        Lesson lesson = lesson("turns");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("hello"));
        assertEquals("hello", stand.host().sees());
        stand.host().types("good morning");
        assertEquals("good morning", ada.sees());
        ada.types("how are you?", "I said how are you?");
        assertEquals("how are you?", stand.host().sees());
        stand.host().types("well");
        assertEquals("well", ada.sees());
        assertEquals("I said how are you?", stand.host().sees());
        stand.awaitMissing(lesson, "lab.turns.goal.bye");

        stand.host().types("still well");
        ada.types("bye");

        assertEquals("still well", ada.sees());
        assertEquals("bye", stand.host().sees());
        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void free() throws Exception {
        Lesson lesson = lesson("free");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("one", "two", "three"));
        assertEquals(List.of("one", "two", "three"), stand.host().sees(3));
        stand.host().types("a", "b");
        assertEquals(List.of("a", "b"), ada.sees(2));
        stand.awaitMissing(lesson, "lab.free.goal.bye");

        stand.host().types("bye");

        assertEquals("bye", ada.sees());
        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void halfClose() throws Exception {
        Lesson lesson = lesson("half-close");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("one", "two", "three"));
        stand.await(() -> stand.seen().moved(SocketCall.WRITE, "three"), "all is written");
        assertEquals(lesson.goals().stream().map(Goal::key).toList(), stand.missing(lesson));

        client.connection().orElseThrow().shutdown();

        assertEquals("3 lines, 14 bytes", ada.sees());
        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void anEmptyLineHalfClosesToo() throws Exception {
        Lesson lesson = lesson("half-close");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("one", ""));

        assertEquals("1 lines, 4 bytes", ada.sees());
        LabStand.awaitLeft(client);
    }

    @Test
    void backlog() throws Exception {
        Lesson lesson = lesson("backlog");
        LabServer server = stand.serve(lesson);
        Person third = new Person();
        LabClient first = stand.use(lesson, server.address(), ada.types("early"));
        LabClient second = stand.use(lesson, server.address(), bob);
        assertEquals("lab.backlog.told.connected", ada.sees());
        assertEquals("lab.backlog.told.connected", bob.sees());
        stand.awaitMissing(lesson, "lab.backlog.goal.waited", "lab.backlog.goal.accepted");
        CompletableFuture<LabClient> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return stand.use(lesson, server.address(), third);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        stand.await(() -> stand.seen().events().stream().anyMatch(event -> event.connection().equals("client-3")),
                "the third has begun");

        for (int accepted = 0; accepted < 3; accepted++) {
            stand.await(() -> !stand.sockets().pace().held().isEmpty(), "accept is held");
            assertTrue(stand.sockets().pace().step());
            int now = accepted + 1;
            stand.await(() -> stand.seen().returned(SocketCall.ACCEPT).count() >= now, "accepted");
        }

        assertEquals("early", ada.sees());
        LabClient last = waiting.get(LabStand.DEADLINE_SECONDS, TimeUnit.SECONDS);
        ada.ends();
        bob.ends();
        third.ends();
        for (LabClient client : List.of(first, second, last)) {
            LabStand.awaitLeft(client);
        }
        stand.awaitGoals(lesson);
    }

    @Test
    void timeout() throws Exception {
        Lesson lesson = lesson("timeout");
        LabServer server = stand.serve(lesson);
        LabClient client = stand.use(lesson, server.address(), ada.types("2"),
                lesson.clientOptions().withTimeout(Duration.ofMillis(100)));
        assertEquals("lab.timeout.told.late", ada.sees());
        client.connection().orElseThrow().timeout(Duration.ofSeconds(30));

        ada.types("1", "11", "");

        assertEquals("done after 2 s", ada.sees());
        assertEquals("done after 1 s", ada.sees());
        assertEquals("refused: 0 to 10 seconds", ada.sees());
        LabStand.awaitLeft(client);
        stand.awaitGoals(lesson);
    }

    @Test
    void nagle() throws Exception {
        Lesson lesson = lesson("nagle");
        LabServer server = stand.serve(lesson);
        LabClient with = stand.use(lesson, server.address(), ada);
        LabStand.awaitLeft(with);
        stand.awaitMissing(lesson, "lab.nagle.goal.off");

        LabClient without = stand.use(lesson, server.address(), ada, lesson.clientOptions().withNoDelay(true));

        LabStand.awaitLeft(without);
        stand.awaitGoals(lesson);
        assertEquals(20, ada.sees(20).stream().filter("lab.nagle.told.round"::equals).count());
    }

    @Test
    void loss() throws Exception {
        Lesson lesson = lesson("loss");
        LabServer server = stand.serve(lesson);
        LabClient first = stand.use(lesson, server.address(), ada);
        assertEquals("got 10 of 10", ada.sees());
        LabStand.awaitLeft(first);
        stand.awaitMissing(lesson, "lab.loss.goal.missing", "lab.loss.goal.other");

        stand.sockets().conditions().set(Faults.NONE.withLoss(30).withDuplicates(60));
        LabClient second = stand.use(lesson, server.address(), bob);

        String report = bob.sees();
        while (report.equals("lab.told.no-answer")) {
            report = bob.sees();
        }
        assertTrue(report.matches("got \\d of 10: missing .*; twice .*"), report);
        LabStand.awaitLeft(second);
        stand.awaitGoals(lesson);
    }
}
