package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.voice.Speech;

/// The clients that stand in the protocol's reference, taken from there and used.
@Timeout(120)
class PythonClientTest {
    @TempDir
    private Path folder;

    @Test
    void theClientInTheReferenceChatsBothWays() throws Exception {
        assumeTrue(hasPython(), "python3 is not on the PATH");
        Ear ear = new Ear();
        HostSession host = new HostSession(
                HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(ear);
        Process python = start(0, host.port());
        try (Writer stdin = new OutputStreamWriter(python.getOutputStream(), StandardCharsets.UTF_8);
                BufferedReader stdout = python.inputReader(StandardCharsets.UTF_8)) {
            stdin.write("hello from Python\n");
            stdin.flush();
            ear.awaitSaid("hello from Python");
            assertEquals("Py: hello from Python", stdout.readLine());

            host.say("hello 你好 🥫");
            assertEquals("Ada: hello 你好 🥫", stdout.readLine());
            ear.await(SessionEvent.Progress.class, progress -> progress.deliveredThrough() == 1, "its acknowledgement");

            for (int n = 1; n <= 1000; n++) {
                stdin.write("line " + n + "\n");
            }
            stdin.close();
            ear.awaitSaid("line 1000");
            assertTrue(python.waitFor(30, TimeUnit.SECONDS), "the client ends by itself");
            assertEquals(0, python.exitValue());
        } finally {
            python.destroyForcibly();
            host.leave();
        }
        List<String> expected = new ArrayList<>(List.of("Py: hello from Python", "Ada: hello 你好 🥫"));
        for (int n = 1; n <= 1000; n++) {
            expected.add("Py: line " + n);
        }
        assertEquals(expected, ear.transcript());
    }

    @Test
    void theListenerInTheReferencePrintsThePacketsOfWhoSpeaks() throws Exception {
        assumeTrue(hasPython(), "python3 is not on the PATH");
        Ear ear = new Ear();
        HostSession host = new HostSession(
                HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(new Ear());
        GuestSession guest = new GuestSession(
                new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"), EventLog.off());
        guest.start(ear);
        HeldSound sound = new HeldSound(Arrays.copyOf(Speech.recording(), 48_000));
        guest.joinVoice(sound);
        ear.await(_ -> guest.voice().map(Voice::path).equals(Optional.of(VoicePath.DATAGRAMS)), "voice");
        Process python = start(1, host.port());
        try (BufferedReader stdout = python.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("listening", stdout.readLine());
            sound.speak();
            Matcher before = packet(stdout.readLine());
            for (int n = 1; n < 50; n++) {
                Matcher packet = packet(stdout.readLine());
                assertEquals(1, Long.parseLong(packet.group(1)) - Long.parseLong(before.group(1)));
                assertEquals(480, (int) (Long.parseLong(packet.group(2)) - Long.parseLong(before.group(2))));
                before = packet;
            }
        } finally {
            python.destroyForcibly();
            guest.leave();
            host.leave();
        }
    }

    private static Matcher packet(String line) {
        Matcher packet = Pattern.compile("type 1 of member 2: bits [01]{4}11[01]{2}, turn 0, number (\\d+), "
                + "time (\\d+), \\d+ bytes").matcher(line);
        assertTrue(packet.matches(), line);
        return packet;
    }

    @Test
    void theClientIsAboutTwentyLines() throws IOException {
        assertTrue(program(0).lines().filter(line -> !line.isBlank()).count() <= 26);
    }

    private Process start(int number, int port) throws IOException {
        Path script = Files.writeString(folder.resolve("client.py"), program(number));
        return new ProcessBuilder("python3", script.toString(), "127.0.0.1", String.valueOf(port), "Py")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String program(int number) throws IOException {
        String page = Files.readString(Path.of("docs/protocol.md"));
        return page.split("```python\n")[number + 1].split("```")[0];
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
