package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import java.nio.file.Path;
import tincan.home.Home;
import org.junit.jupiter.api.Timeout;
import tincan.nearby.Browser;
import tincan.nearby.FoundSession;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;

@Timeout(30)
final class FindCommandTest {
    @TempDir
    private Path home;

    private static final FoundSession ADA = new FoundSession("0123456789abcdef", "Ada's session", "Ada", false, 1,
            List.of("192.168.1.7:8462", "[fd00::12]:8462"));
    private static final FoundSession BOB = new FoundSession("fedcba9876543210", "Lesson\u001b[2J", "", true, 2,
            List.of("[fe80::1%3]:9000"));

    private final FakeTerminal terminal = FakeTerminal.typed("");

    @Test
    void eachSessionIsALineWhenItAppearsAndWhenItGoes() {
        assertEquals(0, find(new FakeBrowser(1, List.of(ADA), List.of(ADA, BOB), List.of(BOB)), "--seconds", "1"));
        assertEquals(List.of("Ada's session · Ada · private · 192.168.1.7",
                "Lesson␛[2J · open lesson · [fe80::1%3]:9000",
                "Gone: Ada's session · Ada · private · 192.168.1.7"), terminal.out());
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void aProgramIsToldTheSameInJson() {
        assertEquals(0, find(new FakeBrowser(1, List.of(ADA), List.of(BOB)), "--json", "--seconds", "1"));
        assertEquals(List.of(
                "{\"event\":\"found\",\"id\":\"0123456789abcdef\",\"title\":\"Ada's session\",\"host\":\"Ada\","
                        + "\"open\":false,\"version\":1,\"addresses\":[\"192.168.1.7:8462\",\"[fd00::12]:8462\"]}",
                "{\"event\":\"gone\",\"id\":\"0123456789abcdef\"}",
                "{\"event\":\"found\",\"id\":\"fedcba9876543210\",\"title\":\"Lesson\\u001B[2J\",\"host\":\"\","
                        + "\"open\":true,\"version\":2,\"addresses\":[\"[fe80::1%3]:9000\"]}"),
                terminal.out());
    }

    @Test
    void aSessionThatChangedIsTold() {
        FoundSession moved = new FoundSession(ADA.id(), ADA.title(), ADA.host(), false, 1, List.of("192.168.1.8:8462"));
        assertEquals(0, find(new FakeBrowser(1, List.of(ADA), List.of(ADA), List.of(moved)), "--seconds", "1"));
        assertEquals(List.of("Ada's session · Ada · private · 192.168.1.7",
                "Ada's session · Ada · private · 192.168.1.8"), terminal.out());
    }

    @Test
    void hearingNobodyIsSaidWithWhatToTryAndIsNoError() {
        assertEquals(0, find(new FakeBrowser(2), "--seconds", "1"));
        assertEquals(List.of("Heard no session in 1 s; an address always works: tincan join ADDRESS"),
                terminal.out());
    }

    @Test
    void withoutANetworkItDoesNotPretendToHaveListened() {
        assertEquals(0, find(new FakeBrowser(0), "--seconds", "1"));
        assertEquals(List.of("There is no network here on which to listen; an address may still work:"
                + " tincan join ADDRESS"), terminal.out());
    }

    @Test
    void aProgramThatHearsNothingReadsNothing() {
        assertEquals(0, find(new FakeBrowser(0), "--json", "--seconds", "1"));
        assertEquals(List.of(), terminal.out());
    }

    @Test
    void theBrowserIsClosed() {
        FakeBrowser browser = new FakeBrowser(1);
        find(browser, "--seconds", "1");
        assertTrue(browser.closed());
    }

    private int find(Browser browser, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "find";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new CommandLines(terminal.terminal(), Home.below(home)).run(new Sessions() {
            @Override
            public Session host(HostOptions options, EventLog log) {
                throw new AssertionError("no session is asked for");
            }

            @Override
            public Session join(GuestOptions options, EventLog log) {
                throw new AssertionError("no session is asked for");
            }

            @Override
            public Browser browser() {
                return browser;
            }
        }, arguments);
    }
}
