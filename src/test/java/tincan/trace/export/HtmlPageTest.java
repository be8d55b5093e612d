package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;

final class HtmlPageTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 50_000);
    private static final InetSocketAddress SERVER = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 8_462);

    private final List<TraceEvent> client = new ArrayList<>();
    private final List<TraceEvent> server = new ArrayList<>();

    private static void at(List<TraceEvent> events, long millis, TraceEvent.What what) {
        events.add(new TraceEvent(events.size() + 1L, START.plusMillis(millis), "line-1", what));
    }

    private static Moved moved(SocketCall call, long began, long from, int bytes, long millis) {
        return new Moved(call, began, new Span(from, bytes), Duration.ofMillis(millis));
    }

    private static Called called(SocketCall call, String detail) {
        return new Called(call, 0, Duration.ZERO, detail);
    }

    /// The client's question is read in two parts by a server that has waited for it.
    private void converse() {
        at(client, 0, called(SocketCall.CONNECT, "10.0.0.2:8462"));
        at(client, 750, moved(SocketCall.WRITE, 0, 0, 100, 0));
        at(client, 750, new Framed(Direction.OUT, "SAY", Layer.WIRE, new Span(0, 100), "{}", Subject.NONE));
        at(server, 0, called(SocketCall.LISTEN, "port 8462"));
        at(server, 1, new Called(SocketCall.ACCEPT, 0, Duration.ZERO, "line-1 from 10.0.0.1:50000"));
        at(server, 2, new Began(SocketCall.READ, ""));
        at(server, 752, moved(SocketCall.READ, 3, 0, 60, 750));
        at(server, 753, moved(SocketCall.READ, 0, 60, 40, 0));
        at(server, 760, called(SocketCall.CLOSE, ""));
        at(client, 762, moved(SocketCall.READ, 0, 0, 0, 1));
    }

    private static Recording.End end(String name, List<TraceEvent> events, Ends.Side side) {
        Ends between = side == Ends.Side.CLIENT ? new Ends(CLIENT, SERVER, side) : new Ends(SERVER, CLIENT, side);
        return new Recording.End(name, Duration.ZERO, events, Map.of("line-1", between), new Payload(0));
    }

    private Recording both() {
        return new Recording(
                List.of(end("host", server, Ends.Side.SERVER), end("guest", client, Ends.Side.CLIENT)));
    }

    private static String page(Recording recording, Locale language) {
        Text text = Text.in(language);
        return HtmlPage.of(recording, text::of);
    }

    @Test
    void aStrangerReadsWhoSentFirstWhatWasSplitAndWhyAReadBlocked() {
        converse();
        String page = page(both(), Locale.ENGLISH);
        for (String words : List.of("Client sent first: 60 of 100 bytes, split · SAY.", "1 write was split",
                "The longest wait, at the Server: read blocked 750.0 ms: nothing had come.",
                "40 of 100 bytes, split", "10.0.0.1:50000 → 10.0.0.2:8462", "FIN_WAIT_1, inferred", "LISTEN")) {
            assertTrue(page.contains(words), words);
        }
        assertFalse(page.contains("class=\"arrow client inferred\""), "both ends were seen");
    }

    @Test
    void whatOnlyOneEndSawIsDashedAndSaidToBeInferred() {
        converse();
        String page = page(new Recording(List.of(end("guest", client, Ends.Side.CLIENT))), Locale.ENGLISH);
        assertTrue(page.contains("class=\"arrow client inferred\""));
        assertTrue(page.contains("100 bytes · SAY · inferred"));
        assertTrue(page.contains("Only one end was seen"));
    }

    @Test
    void whatAPeerWroteIsNeverMarkup() {
        converse();
        String evil = "</text><script>alert('x')</script>\u202e\"&";
        at(client, 800, new Note(evil));
        at(client, 801, called(SocketCall.SHUTDOWN, evil));
        at(client, 802, new Framed(Direction.IN, evil, Layer.WIRE, new Span(0, 9), evil, Subject.NONE));
        String page = page(new Recording(List.of(end(evil, client, Ends.Side.CLIENT))), Locale.ENGLISH);
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("\u202e"));
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;⟨U+202E⟩&quot;&amp;"));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        converse();
        String page = page(both(), Locale.ENGLISH).replace("http://www.w3.org/2000/svg", "");
        assertFalse(Pattern.compile("https?:|src=|@import|url\\((?!#head)").matcher(page).find());
    }

    @Test
    void thePageIsInTheLanguageOfTheProgram() {
        converse();
        String page = page(both(), Locale.SIMPLIFIED_CHINESE);
        assertTrue(page.contains("<html lang=\"zh-CN\">"));
        assertTrue(page.contains("有 1 次写入被拆开"));
    }

    @Test
    void aVeryLongRecordingIsCutInWords() {
        converse();
        for (int i = 0; i < 3_000; i++) {
            at(client, 1_000 + i, moved(SocketCall.WRITE, 0, 100 + i, 1, 0));
            at(server, 1_000 + i, new Note("n"));
        }
        String page = page(both(), Locale.ENGLISH);
        assertTrue(page.contains("The first 400 of "), "the ladder is cut");
        assertTrue(page.contains("The first 5,000 of 6,010 events are shown"), "the table is cut");
        assertTrue(page.length() < 2_000_000, "page of " + page.length());
    }

    @Test
    void aRecordingOfNothingIsAPageToo() {
        assertTrue(page(new Recording(List.of()), Locale.ENGLISH).contains("No connections, no events."));
        assertEquals(0, TextExport.lines(new Recording(List.of())).count());
    }
}
