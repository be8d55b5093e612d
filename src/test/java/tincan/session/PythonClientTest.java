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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.text.Text;
import tincan.trace.EventLog;

/// The client that stands in the protocol's reference, taken from there and used.
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
        Process python = start(host.port());
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
    void theClientIsAboutTwentyLines() throws IOException {
        assertTrue(client().lines().filter(line -> !line.isBlank()).count() <= 26);
    }

    private Process start(int port) throws IOException {
        Path script = Files.writeString(folder.resolve("client.py"), client());
        return new ProcessBuilder("python3", script.toString(), "127.0.0.1", String.valueOf(port), "Py")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String client() throws IOException {
        String page = Files.readString(Path.of("docs/protocol.md"));
        int start = page.indexOf("```python\n") + "```python\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
