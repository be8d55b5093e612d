package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.home.Home;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;

@Timeout(30)
final class LogCommandTest {
    @TempDir
    private Path folder;

    private FakeTerminal terminal = FakeTerminal.typed("");

    private int run(String... arguments) {
        return new CommandLines(terminal.terminal(), Home.below(folder)).run(new LiveSessions(), arguments);
    }

    private String recording() throws IOException {
        EventLog log = EventLog.usual();
        Tap tap = new Tap(log, "line-1");
        tap.called(SocketCall.SOCKET, "stream");
        tap.note("a peer says \u001b[2J");
        Path file = folder.resolve("a.tincan");
        RecordingFile.save(Recording.of("host", log), file);
        return file.toString();
    }

    @Test
    void aRecordingIsShownAsLinesThatHarmNoTerminal() throws IOException {
        assertEquals(0, run("log", recording()));
        assertEquals(List.of(), terminal.err());
        assertEquals(2, terminal.out().size());
        assertTrue(terminal.out().getFirst().endsWith(" line-1 -- socket 0 µs stream"), terminal.out()::toString);
        assertTrue(terminal.out().getLast().endsWith(" a peer says ␛[2J"), terminal.out()::toString);
    }

    @Test
    void eachFormatGoesToAFile() throws IOException {
        String file = recording();
        Path out = folder.resolve("out");
        assertEquals(0, run("log", file, "--as", "jsonl", "--out", out.toString()));
        assertEquals("{\"tincan-recording\":1}", Files.readAllLines(out).getFirst());
        assertEquals(0, run("log", out.toString(), "--as", "text", "--out", out.toString()), "lines are a recording");
        assertTrue(Files.readString(out).contains("socket"));
        assertEquals(0, run("log", file, "--as", "pcapng", "--out", out.toString()));
        assertEquals(0x0A, Files.readAllBytes(out)[0]);
        assertEquals(0, run("log", file, "--as", "html", "--out", out.toString()));
        assertTrue(Files.readString(out).startsWith("<!DOCTYPE html>"));
        assertEquals(List.of(), terminal.out());
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void packetsAreNotForAScreen() throws IOException {
        String file = recording();
        terminal = FakeTerminal.typedByAPerson("");
        assertEquals(2, run("log", file, "--as", "pcapng"));
        assertEquals(List.of(), terminal.out());
        assertEquals(List.of("Packets are not for a screen: give a file with --out, such as --out session.pcapng."),
                terminal.err());
    }

    @Test
    void whatIsNoRecordingIsOneSentenceAndTheNumberSeven() throws IOException {
        Path file = folder.resolve("b.tincan");
        Files.write(file, "hello".getBytes(StandardCharsets.UTF_8));
        assertEquals(7, run("log", file.toString()));
        Files.writeString(file, "{\"tincan-recording\":9}\n");
        assertEquals(7, run("log", file.toString()));
        byte[] whole = Files.readAllBytes(Path.of(recording()));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertEquals(7, run("log", file.toString()));
        assertEquals(List.of(file + " is no recording of Tincan. Give a file that ends in .tincan.",
                "A later version of Tincan made " + file + ". Update this one to open it.",
                file + " is damaged: it was cut off or changed. Take another copy of it."), terminal.err());
    }

    @Test
    void aFileThatIsNotThereOrCannotBeWrittenIsAWrongCommandLine() throws IOException {
        assertEquals(2, run("log", folder.resolve("nothing").toString()));
        assertEquals(2, run("log", recording(), "--out", "/nowhere/at/all"));
        assertEquals(2, run("log", recording(), "--as", "word"));
        assertEquals(2, run("log"));
        assertEquals(4, terminal.err().size(), terminal.err()::toString);
    }
}
