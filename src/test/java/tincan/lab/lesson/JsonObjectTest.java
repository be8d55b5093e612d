package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTest {
    private static final String HEADER = "{\"action\": \"put\", \"filename\": \"a}{\\\"图.bin\", \"filesize\": 5}";

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "}", "{", "\n", "{\"a\": 1}", "\0\377"})
    void itsEndIsFoundWhateverStandsBehind(String behind) {
        JsonObject object = new JsonObject();

        assertEquals(HEADER.getBytes(UTF_8).length, JsonObject.length(object, (HEADER + behind).getBytes(UTF_8)));

        assertEquals(Optional.of("put"), object.text("action"));
        assertEquals(Optional.of("a}{\"图.bin"), object.text("filename"));
        assertEquals(Optional.of(BigInteger.valueOf(5)), object.number("filesize"));
    }

    @Test
    void noneOfItsBeginningsIsWhole() {
        byte[] data = HEADER.getBytes(UTF_8);
        JsonObject object = new JsonObject();
        for (int i = 0; i < data.length - 1; i++) {
            assertEquals(JsonObject.State.OPEN, object.feed(data[i]), "after byte " + i);
        }
        assertEquals(JsonObject.State.WHOLE, object.feed(data[data.length - 1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n", "[1]", "\"a\" ", "1 ", "true ", "}", "{]", "{a", "{\"a\" 1",
            "{\"a\": \0", "{,}",
            "{\"a\": [}", "\u0016\u0003\u0001"})
    void whatIsNoObjectIsBroken(String text) {
        assertTrue(isBroken(text), text);
    }

    @Test
    void whatIsTooLongIsBroken() {
        assertTrue(isBroken("{\"a\": \"" + "b".repeat(JsonObject.LONGEST)));
        assertTrue(isBroken(" ".repeat(JsonObject.LONGEST + 1)));
        assertTrue(isBroken("{\"a\":".repeat(100)));
        assertTrue(isBroken("{\"a\": " + "1".repeat(100)));
        assertFalse(isBroken("{\"a\": \"" + "b".repeat(4000) + "\"}"));
    }

    private static boolean isBroken(String text) {
        JsonObject object = new JsonObject();
        JsonObject.State state = JsonObject.State.OPEN;
        byte[] data = text.getBytes(UTF_8);
        for (int i = 0; i < data.length && state == JsonObject.State.OPEN; i++) {
            state = object.feed(data[i]);
        }
        return state == JsonObject.State.BROKEN;
    }

    @Test
    void onlyItsOwnFieldsCount() {
        JsonObject object = new JsonObject();
        int _ = JsonObject.length(object,
                "{\"x\": {\"filesize\": 1, \"action\": \"put\"}, \"y\": [{\"end\": true}], \"filesize\": 1.5, \"n\": null}"
                        .getBytes(UTF_8));

        assertEquals(Optional.empty(), object.text("action"));
        assertEquals(Optional.empty(), object.number("filesize"));
        assertFalse(object.is("end"));
    }

    @Test
    void aNumberMayBeLargerThanAnyFile() {
        JsonObject object = new JsonObject();
        int _ = JsonObject.length(object, "{\"filesize\": 99999999999999999999}".getBytes(UTF_8));

        assertEquals(Optional.of(new BigInteger("99999999999999999999")), object.number("filesize"));
    }
}
