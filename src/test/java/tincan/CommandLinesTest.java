package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.home.Home;
import tincan.home.UserName;
import tincan.journal.RoomHead;
import tincan.journal.RoomJournal;
import tincan.nearby.Browser;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.Privacy;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;
import tincan.trace.export.RecordingFile;

@Timeout(30)
final class CommandLinesTest {
    private final FakeTerminal terminal = FakeTerminal.typed("");
    private final List<String> made = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    @TempDir
    private Path home;
    private final List<Privacy> privacies = new ArrayList<>();

    /// Notes what was asked for.
    private final Sessions sessions = new Sessions() {
        @Override
        public Session host(HostOptions options, EventLog log) {
            options.journal().ifPresent(files::add);
            privacies.add(options.privacy());
            made.add("host %s, %s, %d, %s".formatted(options.name(), options.title(), options.port(),
                    log.recording() ? "logged" : "not logged"));
            return new FakeSession();
        }

        @Override
        public Session join(GuestOptions options, EventLog log) {
            options.keeper().ifPresent(files::add);
            made.add("guest %s, %s".formatted(options.name(), options.address().shown()));
            return new FakeSession();
        }

        @Override
        public Browser browser() {
            made.add("browser");
            return new FakeBrowser(0);
        }
    };

    @Test
    void aHostHasANameATitleAndAPortWithoutBeingAsked() {
        assertEquals(0, run("host", "--open"));
        String user = UserName.ofAccount(System.getProperty("user.name"));
        assertEquals(List.of("host %s, %s's session, 8462, not logged".formatted(user, user)), made);
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void aHostTakesWhatItIsTold(@TempDir Path folder) {
        Path log = folder.resolve("log.txt");
        assertEquals(0, run("host", "--open", "--name", "Ada", "--title", "Talk", "--port", "0", "--headless-log",
                log.toString()));
        assertEquals(List.of("host Ada, Talk, 0, logged"), made);
        assertTrue(Files.exists(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host --open", "join 192.168.1.7"})
    void whatHappenedIsSavedAtTheEnd(String line, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.tincan");
        assertEquals(0, run((line + " --name Ada --record " + file).split(" ")));
        assertEquals(line.startsWith("host") ? "host" : "guest", RecordingFile.open(file).ends().getFirst().name());
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void aHostIsPrivateUnlessItIsToldOtherwise() {
        assertEquals(0, run("host", "--name", "Ada"));
        assertEquals(0, run("host", "--name", "Ada", "--open"));
        assertEquals(0, run("host", "--name", "Ada", "--no-code"));
        assertEquals(List.of(Privacy.CODE, Privacy.OPEN, Privacy.WORDS), privacies);
        assertEquals(List.of(), terminal.err());
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.7,192.168.1.7", "ada-laptop:9000,ada-laptop:9000",
            "'tincan://[fd00::12]:9000/',[fd00::12]:9000"})
    void aGuestGivesAnAddressOrALink(String given, String meant) {
        assertEquals(0, run("join", given, "--name", "Bob"));
        assertEquals(List.of("guest Bob, " + meant), made);
    }

    @Test
    void aCodeIsNeitherTakenNorRepeatedFromACommandLine() {
        assertEquals(2, run("join", "tincan://ada-laptop/#7-maple-orbit", "--name", "Bob"));
        assertEquals(List.of(), made);
        assertFalse(terminal.err().getFirst().contains("maple"), terminal.err()::toString);
        assertTrue(terminal.err().getFirst().contains("TINCAN_CODE"), terminal.err()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--shout", "shout", "host --open --no-code", "host --port x", "host --port -1",
            "host --port 65536", "host --port", "host --open --open", "host --open=yes", "jion 192.168.1.7",
            "host --name=", "host --name=a\u001b[2J", "host extra", "join", "join two words", "join http://x/",
            "join a:99999", "join --json --turns a", "host --headless-log /nowhere/at/all",
            "host --record /nowhere/at/all",
            "join a --record /nowhere/at/all", "find here",
            "find --seconds 0", "find --seconds -1", "find --seconds 1.5", "find --seconds 99999"})
    void aWrongCommandLineIsOneSentenceAndTheNumberTwo(String line) {
        assertEquals(2, run(line.split(" ")));
        assertEquals(List.of(), made);
        assertEquals(List.of(), terminal.out());
        assertEquals(1, terminal.err().size(), terminal.err()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host --shout", "join"})
    void aSentenceNamesWhatIsWrongOrHowToPutItRight(String line) {
        run(line.split(" "));
        assertTrue(terminal.err().getFirst().matches("tincan does not know \"--shout\": see tincan host --help\\."
                + "|The address to join is missing: write it like 192\\.168\\.1\\.7 or ada-laptop:9000\\."),
                terminal.err().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jion 192.168.1.7       | tincan does not know "jion". Did you mean join? For what there is, see tincan --help.
            shuot 192.168.1.7      | tincan does not know "shuot": see tincan --help.
            --nmae Bob             | tincan does not know "--nmae": see tincan --help.
            host --prot=9000       | tincan does not know "--prot=9000". Did you mean --port? For what there is, see tincan host --help.
            host --open --open     | --open was given twice: once is enough, see tincan host --help.
            host --open=yes        | tincan can make nothing of "--open=yes": see tincan host --help.
            jion --name Bob        | tincan does not know "jion". Did you mean join? For what there is, see tincan --help.
            tincan://ada/ hello    | tincan does not know "hello": see tincan --help.""")
    void aSentenceNamesTheWordThatWasWrongAndWhatMayBeMeant(String line, String sentence) {
        assertEquals(2, run(line.split(" ")));
        assertEquals(List.of(sentence), terminal.err());
    }

    @ParameterizedTest
    @CsvSource({"host,/admit 3", "host,/mute", "join,/talk", "join,//"})
    void helpNamesTheLinesThatAreCommands(String command, String typed) {
        run(command, "--help");
        assertTrue(terminal.out().stream().anyMatch(line -> line.contains(typed)), terminal.out()::toString);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertEquals(0, run("--version"));
        assertTrue(terminal.out().getFirst().matches("tincan \\d+\\.\\d+\\.\\d+.*"), terminal.out()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "host --help", "join --help", "find --help", "log --help", "host -h"})
    void helpExplainsEveryOptionInWords(String line) {
        assertEquals(0, run(line.split(" ")));
        assertTrue(terminal.out().getFirst().startsWith("Usage: tincan"), terminal.out()::toString);
        assertTrue(terminal.out().stream().noneMatch(said -> said.contains("cli.")), terminal.out()::toString);
    }

    @Test
    void theCommandForTheBuildIsNotOffered() {
        run("--help");
        assertTrue(terminal.out().stream().noneMatch(line -> line.contains("rehearse")), terminal.out()::toString);
    }

    @Test
    void theFoldersMayBeNamedBeforeOrAfterTheCommand() {
        assertEquals(0, run("--home", "/tmp/x", "join", "a"));
        assertEquals(0, run("join", "a", "--home", "/tmp/x"));
    }

    @Test
    void sessionsAreKeptBelowTheFolderThatIsNamed(@TempDir Path other) {
        run("host", "--open");
        run("join", "a", "--home", other.toString());
        assertTrue(files.getFirst().startsWith(home), files::toString);
        assertTrue(files.getLast().startsWith(other), files::toString);
    }

    @Test
    void withoutASessionThatDiedThereIsNothingToResume() {
        assertEquals(2, run("host", "--resume", "--open"));
        assertEquals(List.of("There is no session to resume: start a new one without --resume."), terminal.err());
    }

    @Test
    void aSessionThatDiedIsOfferedAndResumedWhenAsked() throws Exception {
        Path file = home.resolve("state/sessions/one.room");
        try (RoomJournal journal = RoomJournal.take(file).orElseThrow()) {
            journal.rewrite(new RoomHead("4d0f", "Talk", "Ada", "open", "", 9000, false, 1), List.of(), List.of());
        }
        assertEquals(0, run("host", "--open", "--name", "Bob", "--title", "New"));
        assertEquals(List.of("The session \"Talk\" ended in a crash; tincan host --resume would go on with it. "
                + "This is a new one."), terminal.err());
        assertEquals(0, run("host", "--open", "--resume"));
        assertEquals(List.of("host Bob, New, 8462, not logged", "host Ada, Talk, 9000, not logged"), made);
        assertEquals(file, files.getLast());
    }

    private int run(String... arguments) {
        return new CommandLines(terminal.terminal(), Home.below(home)).run(sessions, arguments);
    }
}
