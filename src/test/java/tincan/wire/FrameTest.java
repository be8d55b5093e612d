package tincan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Instant AT = Instant.parse("2026-11-21T01:08:06.123Z");

    static List<Frame> frames() {
        return List.of(new Frame.Hello(1, "Bob", Optional.empty()),
                new Frame.Hello(1, "Bob", Optional.of(new Frame.Return("session", 7, "key", 41))),
                new Frame.Welcome(1, "session", "Ada's \"title\"", 7, "Bob (2)", "key", 3, 203, 9, 1000),
                new Frame.Refused(Refusal.FULL, "no room"), new Frame.Refused(Refusal.WAIT, "", 8),
                new Frame.Opening(1, List.of("code", "words"), "", 0),
                new Frame.Opening(1, List.of("return"), "a1b2", 7),
                new Frame.Choice(1, "code"), new Frame.Proof(Map.of("gx1", "ab12", "mac", "00")),
                new Frame.Roster(
                        List.of(new Frame.Person(1, "Ada", true), new Frame.Person(2, "蓝鲸 🐋", false))),
                new Frame.Entry(12, AT, "said", 7, "Bob", 3, "line one\nline two \u0000 \u001b 𝄞", ""),
                new Frame.Entry(13, AT, "left", 7, "Bob", 0, "", "left"), new Frame.Say(1, ""),
                new Frame.Entry(14, AT, "mode", 1, "Ada", 0, "", "").withMode("walkie-talkie"),
                new Frame.Entry(15, AT, "spoke", 7, "Bob", 0, "", "").withTurn(3, 2340),
                new Frame.Floor("granted", 1, 2, 3, 4, "limit", 5, 6, "Bob", 7), Frame.Floor.of("idle"),
                new Frame.Say(Long.MAX_VALUE, "x".repeat(65_536)), new Frame.Ack(12), new Frame.Typing(true),
                new Frame.Typists(List.of(1, 2)), new Frame.Ping(Long.MIN_VALUE), new Frame.Pong(5),
                new Frame.Bye(Farewell.ENDED),
                new Frame.Hello(1, "Bob", Optional.of(new Frame.Return("session", 7, "key", 0)),
                        Frame.Purpose.EVENTS),
                new Frame.Hello(1, "Bob", Optional.of(new Frame.Return("session", 7, "key", 0)),
                        Frame.Purpose.VOICE),
                new Frame.VoiceJoin(true), new Frame.VoiceJoin(false), new Frame.VoiceKeys(3, "0aff", "10bb", 8462),
                new Frame.VoiceKeys(1, "", "0c", 8462), new Frame.Packet(new byte[]{0x11, 0, -1, 'x'}),
                new Frame.Watch(true), new Frame.Watch(false), new Frame.Trace("{\"line\":\"event\"}"),
                new Frame.Clock(17, Instant.EPOCH),
                new Frame.Clock(17, Instant.parse("2026-11-21T01:08:06.123456789Z")));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameComesBackAsItWas(Frame frame) throws BrokenFrame {
        assertEquals(List.of(frame), read(FrameWriter.bytes(frame), Integer.MAX_VALUE));
    }

    @Test
    void theLengthCountsKindAndBody() {
        byte[] frame = FrameWriter.bytes(new Frame.Say(1, "hi"));
        String body = "{\"id\":1,\"text\":\"hi\"}";
        assertEquals(0, frame[0]);
        assertEquals(body.length() + 1, frame[3]);
        assertEquals(Kind.SAY.code(), frame[4]);
        assertEquals(body, new String(frame, 5, frame.length - 5, StandardCharsets.UTF_8));
    }

    @Test
    void aStreamMayBeCutAtEveryByte() throws BrokenFrame {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Frame> small = frames().stream().filter(frame -> FrameWriter.bytes(frame).length < 1000).toList();
        small.forEach(frame -> all.writeBytes(FrameWriter.bytes(frame)));
        byte[] stream = all.toByteArray();
        for (int piece = 1; piece < 40; piece++) {
            assertEquals(small, read(stream, piece));
        }
        for (int cut = 0; cut <= stream.length; cut++) {
            FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
            List<Frame> found = new ArrayList<>();
            feed(reader, stream, 0, cut, Integer.MAX_VALUE, found);
            feed(reader, stream, cut, stream.length, Integer.MAX_VALUE, found);
            assertEquals(small, found);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FrameReader.MAX_LENGTH + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthOutOfBoundsBreaksTheFrameBeforeAnythingIsAllocated(int length) {
        FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
        byte[] header = {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length, 6};
        assertThrows(BrokenFrame.class, () -> feed(reader, header, 0, header.length, Integer.MAX_VALUE,
                new ArrayList<>()));
        assertTrue(reader.data().length <= 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "17", "null", "{\"id\":1", "{\"id\":1}x", "{\"id\":1}{}", "{\"id\":\"1\"}",
            "{\"id\":1.5}", "{\"id\":99999999999999999999}", "{\"id\":0,\"text\":\"\"}", "{\"id\":-1}",
            "{\"id\":1,\"text\":7}", "{\"id\":1,\"text\":\"\u0001\"}", "{id:1}", "{\"id\":NaN}"})
    void aBodyThatIsNoSayBreaksTheFrame(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThrows(BrokenFrame.class, () -> FrameDecoder.decode(Kind.SAY.code(), bytes, 0, bytes.length));
    }

    @Test
    void invalidUtf8BreaksTheFrame() {
        byte[] bytes = "{\"id\":1,\"text\":\"??\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[17] = (byte) 0xc3;
        bytes[18] = (byte) 0x28;
        assertThrows(BrokenFrame.class, () -> FrameDecoder.decode(Kind.SAY.code(), bytes, 0, bytes.length));
    }

    @Test
    void deepNestingBreaksTheFrame() {
        byte[] bytes = ("{\"x\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThrows(BrokenFrame.class, () -> FrameDecoder.decode(Kind.SAY.code(), bytes, 0, bytes.length));
    }

    @Test
    void unknownFieldsAndKindsArePassedOver() throws BrokenFrame {
        byte[] say = "{\"new\":{\"a\":[1,{}]},\"id\":4,\"text\":\"hi\",\"more\":null}".getBytes(StandardCharsets.UTF_8);
        assertEquals(new Frame.Say(4, "hi"), FrameDecoder.decode(Kind.SAY.code(), say, 0, say.length));
        assertEquals(new Frame.Unknown(99, 3), FrameDecoder.decode(99, new byte[3], 0, 3));
        assertEquals(new Frame.Unknown(200, 0), FrameDecoder.decode(200, new byte[0], 0, 0));
    }

    @Test
    void theBufferGrowsForABusyStreamAndShrinksAgain() throws BrokenFrame {
        FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
        byte[] big = FrameWriter.bytes(new Frame.Say(1, "x".repeat(300_000)));
        List<Frame> found = new ArrayList<>();
        feed(reader, big, 0, big.length, Integer.MAX_VALUE, found);
        assertEquals(1, found.size());
        byte[] small = FrameWriter.bytes(new Frame.Ack(1));
        for (int i = 0; i < 20; i++) {
            feed(reader, small, 0, small.length, Integer.MAX_VALUE, found);
        }
        assertFalse(reader.inFrame());
        assertEquals(1024, reader.data().length);
    }

    private static List<Frame> read(byte[] stream, int piece) throws BrokenFrame {
        List<Frame> found = new ArrayList<>();
        feed(new FrameReader(FrameReader.MAX_LENGTH), stream, 0, stream.length, piece, found);
        return found;
    }

    private static void feed(FrameReader reader, byte[] stream, int from, int to, int piece, List<Frame> found)
            throws BrokenFrame {
        for (int at = from; at < to;) {
            reader.prepare();
            int count = Math.min(piece, Math.min(to - at, reader.space()));
            System.arraycopy(stream, at, reader.data(), reader.offset(), count);
            reader.received(count);
            at += count;
            while (reader.advance()) {
                found.add(reader.frame());
            }
        }
    }
}
