package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PayloadTest {
    private static final ByteStream OUT = new ByteStream("line-1", Direction.OUT, Layer.WIRE);
    private static final ByteStream IN = new ByteStream("line-1", Direction.IN, Layer.WIRE);

    private final Payload payload = new Payload(4_096);

    private void keep(ByteStream stream, long from, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        payload.keep(stream, from, bytes, 0, bytes.length);
    }

    private String of(ByteStream stream, long from, int bytes) {
        Payload.Piece piece = payload.of(stream, new Span(from, bytes));
        return piece.from() + " " + new String(piece.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void partsOfAStreamAreReadAcrossTheCallsThatMovedThem() {
        keep(OUT, 0, "hello ");
        keep(IN, 0, "other");
        keep(OUT, 6, "world");
        assertEquals("4 o wor", of(OUT, 4, 5));
        assertEquals("0 hello world", of(OUT, 0, 100));
        assertEquals("0 other", of(IN, 0, 100));
        assertEquals("11 ", of(OUT, 11, 0));
    }

    @Test
    void theOldestBytesOfAllStreamsGoFirstAndTheRestIsFound() {
        Random random = new Random(1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        keep(IN, 0, "the first of all");
        for (int i = 0; i < 200; i++) {
            byte[] part = new byte[1 + random.nextInt(90)];
            random.nextBytes(part);
            payload.keep(OUT, all.size(), part, 0, part.length);
            all.writeBytes(part);
            assertTrue(payload.kept() <= 4_096, "more is kept than may be");
        }
        assertEquals("16 ", of(IN, 0, 16));
        Payload.Piece piece = payload.of(OUT, new Span(0, all.size()));
        assertTrue(piece.bytes().length > 500, "so much fits");
        byte[] expected = java.util.Arrays.copyOfRange(all.toByteArray(), (int) piece.from(), all.size());
        assertArrayEquals(expected, piece.bytes());
    }

    @Test
    void nothingIsReadOverAHole() {
        keep(OUT, 0, "abc");
        keep(OUT, 10, "xyz");
        assertEquals("1 bc", of(OUT, 1, 12));
        assertEquals("10 xyz", of(OUT, 5, 12));
    }

    @Test
    void aSecretIsCoveredWhereverItsBytesLie() {
        keep(OUT, 0, "key=sec");
        keep(OUT, 7, "ret&more");
        payload.blot(OUT, new Span(4, 6));
        assertEquals("0 key=******&more", of(OUT, 0, 15));
    }
}
