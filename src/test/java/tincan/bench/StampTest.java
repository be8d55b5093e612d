package tincan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StampTest {

    @Test
    void whoAndWhenComeBackFromAText() {
        ByteBuffer text = ByteBuffer.wrap(("??" + Stamp.blank(4711)).getBytes(StandardCharsets.US_ASCII));
        Stamp.time(text, 2, 1_234_567_890_123_456_789L);
        assertEquals(2 + Stamp.TEXT, text.capacity());
        assertEquals(Stamp.tag(4711), Stamp.tagAt(text, 2));
        assertEquals(1_234_567_890_123_456_789L, Stamp.timeAt(text, 2));
    }
}
