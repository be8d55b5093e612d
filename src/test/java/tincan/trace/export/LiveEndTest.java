package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Tap;
import tincan.trace.TraceEvent;

final class LiveEndTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_412);
    private static final InetSocketAddress THERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8462);

    private final EventLog log = EventLog.usual();
    private final Tap tap = new Tap(log, "line-1");
    private final LiveEnd end = new LiveEnd();

    private void passOn(LiveLines lines) throws BrokenRecording {
        for (List<String> next = lines.next(); !next.isEmpty(); next = lines.next()) {
            for (String line : next) {
                end.take(line);
            }
        }
    }

    private void traffic() throws IOException {
        tap.connected(HERE, THERE, Ends.Side.CLIENT);
        tap.write(new ByteArrayOutputStream(), "hello 你好".getBytes(StandardCharsets.UTF_8), 0, 12);
        tap.read(new ByteArrayInputStream(new byte[100_000]), new byte[100_000], 0, 100_000);
        tap.note("\u001b[2J\n");
    }

    @Test
    void whatIsToldIsKnownAtTheOtherEndWithItsBytes() throws Exception {
        LiveLines lines = new LiveLines(log);
        traffic();
        passOn(lines);
        assertEquals(log.since(0, 1000), end.log().since(0, 1000));
        assertEquals(log.connections(), end.log().connections());
        Span span = new Span(0, 100_000);
        assertEquals(100_000, end.log().payload().of(new ByteStream("line-1", Direction.IN, Layer.WIRE), span)
                .bytes().length);
    }

    @Test
    void aDatagramIsKnownThereWithItsBytesAndWhatItIs() throws Exception {
        LiveLines lines = new LiveLines(log);
        new Tap(log, "voice", bytes -> new Label("VOICE", 2, bytes.length))
                .received(new DatagramPacket(new byte[130], 130, THERE));
        passOn(lines);
        assertEquals(new Label("VOICE", 2, 130),
                ((TraceEvent.Datagram) end.log().since(0, 1).getFirst().what()).label());
        assertEquals(130, end.log().payload()
                .of(new ByteStream("voice", Direction.IN, Layer.WIRE), new Span(0, 130)).bytes().length);
    }

    @Test
    void theClockIsTold() throws Exception {
        end.take(LiveLines.clock(Duration.ofSeconds(5), Duration.ofMillis(1)));
        assertEquals(new LiveEnd.Clock(Duration.ofSeconds(5), Duration.ofMillis(1)), end.clock());
    }

    @Test
    void whoIsTooSlowMissesEventsAndTheirNumbersShowThat() throws Exception {
        LiveLines lines = new LiveLines(log);
        traffic();
        passOn(lines);
        long before = log.newest();
        for (int i = 0; i <= LiveLines.BEHIND; i++) {
            tap.note("flood");
        }
        passOn(lines);
        List<TraceEvent> told = end.log().since(before, 1_000_000);
        assertEquals(log.newest(), told.getLast().number());
        assertTrue(told.getFirst().number() > before + 1, told.getFirst().toString());
    }

    @Test
    void anEventThatIsTooLongIsLeftOut() throws Exception {
        LiveLines lines = new LiveLines(log);
        tap.note("x".repeat(LiveLines.LONGEST));
        tap.note("short");
        passOn(lines);
        assertEquals(List.of(2L), end.log().since(0, 10).stream().map(TraceEvent::number).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{\"line\":\"event\",\"what\":\"note\",\"at\":\"yesterday\"}",
            "{\"line\":\"end\",\"ahead\":9000000000000000000}", "{\"line\":\"end\",\"error\":-1}",
            "{\"line\":\"event\",\"number\":3,\"at\":\"2026-11-21T10:00:00Z\",\"what\":\"note\"}",
            "{\"line\":\"connection\",\"connection\":\"a\",\"side\":\"client\",\"local\":\"example.org:1\"}",
            "{\"line\":\"bytes\",\"direction\":\"in\",\"layer\":\"wire\",\"base64\":\"?\"}",
            "{\"line\":\"event\",\"number\":6,\"at\":\"2026-11-21T10:00:00Z\",\"connection\":\"a\","
                    + "\"what\":\"moved\",\"call\":\"read\",\"from\":99,\"bytes\":5}"})
    void aHarmfulLineIsRefused(String line) throws Exception {
        end.take("{\"line\":\"event\",\"number\":5,\"at\":\"2026-11-21T10:00:00Z\",\"connection\":\"a\","
                + "\"what\":\"moved\",\"call\":\"read\",\"from\":0,\"bytes\":100}");
        assertThrows(BrokenRecording.class, () -> end.take(line));
    }

    @Test
    void linesThatWereDamagedAnyhowAreTakenOrRefusedAndNothingElse() throws Exception {
        LiveLines lines = new LiveLines(log);
        traffic();
        List<String> whole = new ArrayList<>(lines.next());
        whole.add(LiveLines.clock(Duration.ofSeconds(5), Duration.ofMillis(1)));
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder(whole.get(random.nextInt(whole.size())));
            for (int change = 0; change <= random.nextInt(3); change++) {
                line.setCharAt(random.nextInt(Math.min(300, line.length())), (char) random.nextInt(' ', 127));
            }
            try {
                end.take(line.toString());
            } catch (BrokenRecording e) {
                refused++;
            }
        }
        assertTrue(refused > 1_000, "only " + refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"at\":\"1999-01-01T00:00:00Z\"", "\"at\":\"2099-01-01T00:00:00Z\""})
    void anEventOfAnotherTimeIsRefused(String at) {
        assertThrows(BrokenRecording.class,
                () -> end.take("{\"line\":\"event\",\"number\":1,\"what\":\"note\"," + at + "}"));
    }

    @Test
    void longLinesLongNamesAndTooManyConnectionsAreRefused() throws Exception {
        String name = "n".repeat(LiveEnd.NAME + 1);
        assertThrows(BrokenRecording.class, () -> end.take("{\"line\":\"event\",\"connection\":\"" + name + "\"}"));
        String text = "x".repeat(LiveLines.LONGEST);
        assertThrows(BrokenRecording.class, () -> end.take("{\"line\":\"later\",\"text\":\"" + text + "\"}"));
        for (int i = 0; i < LiveEnd.CONNECTIONS; i++) {
            end.take(Lines.connection(0, "line-" + i, new Ends(HERE, THERE, Ends.Side.CLIENT)));
        }
        String more = Lines.connection(0, "one more", new Ends(HERE, THERE, Ends.Side.CLIENT));
        assertThrows(BrokenRecording.class, () -> end.take(more));
    }
}
