package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.lab.LabStand;

/// The small translations of the lessons.
final class CodecsTest {

    @Test
    void ctimePadsTheDayOfTheMonthWithASpace() {
        assertEquals("Sat Nov 21 01:08:06 2026", CTime.of(LocalDateTime.of(2026, 11, 21, 1, 8, 6)));
        assertEquals("Tue Mar  3 23:59:00 2026", CTime.of(LocalDateTime.of(2026, 3, 3, 23, 59)));
    }

    /// What `repr` of Python 3 gives.
    @Test
    void bytesAreShownAsPythonShowsThem() {
        assertEquals("b'Hello'", PythonBytes.of("Hello".getBytes(UTF_8)));
        assertEquals("b''", PythonBytes.of(new byte[0]));
        assertEquals("b'a\\r\\n\\t\\\\'", PythonBytes.of("a\r\n\t\\".getBytes(UTF_8)));
        assertEquals("b\"it's\"", PythonBytes.of("it's".getBytes(UTF_8)));
        assertEquals("b'\\'\"'", PythonBytes.of("'\"".getBytes(UTF_8)));
        assertEquals("b'\\x00\\x1f ~\\x7f\\x80\\xff'",
                PythonBytes.of("\0\u001f ~\u007f\u0080\u00ff".getBytes(ISO_8859_1)));
    }

    @Test
    void onlyAToZChangeInUpperCase() {
        assertArrayEquals("ABYZ`{é".getBytes(UTF_8), Upper.upper("abyz`{é".getBytes(UTF_8)));
    }

    @Test
    void aSeriesIsReportedWithoutWhatDidNotHappen() {
        assertEquals("got 10 of 10", report(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertEquals("got 0 of 10: missing 1, 2, 3, 4, 5, 6, 7, 8, 9, 10", report());
        assertEquals("got 8 of 10: missing 3, 5; late 4; twice 8", report(1, 2, 6, 4, 7, 8, 8, 9, 10));
        assertEquals("got 10 of 10: late 9", report(1, 2, 3, 4, 5, 6, 7, 8, 10, 9));
        assertEquals("got 10 of 10: twice 1", report(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 0, 11));
    }

    private static String report(int... numbers) {
        Series series = new Series();
        for (int number : numbers) {
            series.add(number);
        }
        return series.report();
    }

    @Test
    void commandsShowOnlyTheirOwnFolder(@TempDir Path folder) throws Exception {
        Path own = folder.resolve("own");
        Commands commands = new Commands(own, LabStand.CLOCK);
        assertEquals("cmd has no output..", commands.output("ls"));
        Files.createDirectories(own);
        Files.writeString(folder.resolve("outside"), "");
        assertEquals("cmd has no output..", commands.output("ls .."));
        Files.writeString(own.resolve("b\nc"), "");
        Files.writeString(own.resolve("a"), "");
        Files.writeString(own.resolve(".hidden"), "");

        assertEquals("a\nb?c\n", commands.output("ls"));
        assertEquals("a\nb?c\n", commands.output("ls /"));
        assertEquals(own.toAbsolutePath() + "\n", commands.output("pwd"));
    }

    @Test
    void commandsAnswerAsAShellWould(@TempDir Path folder) {
        Commands commands = new Commands(folder, LabStand.CLOCK);
        assertEquals("Sat Nov 21 01:08:06 UTC 2026\n", commands.output("date"));
        assertEquals("a  b $(c)\n", commands.output("echo a  b $(c)"));
        assertEquals("\n", commands.output("echo"));
        assertEquals(" 01:08:06 up 0:00\n", commands.output("uptime"));
        assertEquals("date pwd ls whoami hostname uptime echo help exit\n", commands.output("help"));
        assertEquals("sh: rm: not found\n", commands.output("rm -rf /"));
        assertEquals("sh: : not found\n", commands.output(""));
        assertEquals(System.getProperty("user.name") + "\n", commands.output("whoami"));
    }
}
