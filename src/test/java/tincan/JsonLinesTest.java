package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void aTextIsToBeSaid() {
        assertEquals(new Request.Say("hi\n\"Ada\" 你好 👋"),
                lines.read("{\"say\":\"hi\\n\\\"Ada\\\" 你好 \\ud83d\\udc4b\"}"));
    }

    @Test
    void leavingIsAskedForWithTrue() {
        assertEquals(new Request.Leave(), lines.read(" { \"leave\" : true } "));
        assertEquals(new Request.Refused(JsonLines.UNKNOWN_REQUEST), lines.read("{\"leave\":false}"));
    }

    @Test
    void unknownFieldsBesideAKnownOneAreIgnored() {
        assertEquals(new Request.Say("hi"), lines.read("{\"tag\":{\"a\":[1,{}]},\"say\":\"hi\",\"more\":null}"));
    }

    @Test
    void theFloorIsAskedForAndGivenAway() {
        assertEquals(new Request.Floor(true), lines.read("{\"floor\":\"request\"}"));
        assertEquals(new Request.Floor(false), lines.read("{\"floor\":\"release\"}"));
        assertEquals(new Request.Refused(JsonLines.UNKNOWN_REQUEST), lines.read("{\"floor\":\"dance\"}"));
        assertEquals(new Request.Order(HostOrder.MODE, "walkie-talkie"), lines.read("{\"mode\":\"walkie-talkie\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"shout\":\"hi\"}", "{\"say\":1}", "{\"say\":[\"a\"]}"})
    void whatIsNotKnownIsRefused(String line) {
        assertEquals(new Request.Refused(JsonLines.UNKNOWN_REQUEST), lines.read(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"say\":\"hi\"", "{\"say\":\"hi\"} x", "[1]", "\"say\"", "{'say':'hi'}",
            "{\"say\":\"a\tb\"}",
            "12", "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"})
    void brokenJsonIsRefused(String line) {
        assertEquals(new Request.Refused(JsonLines.NOT_AN_OBJECT), lines.read(line));
    }

    @Test
    void everyObjectIsOneLineForWhoeverSplitsLines() {
        String written = lines.write("said", json -> json.writeStringProperty("text", "a\nb\rc\u0085d\u2028e\u2029f"));
        assertEquals("{\"event\":\"said\",\"text\":\"a\\nb\\rc\\u0085d\\u2028e\\u2029f\"}", written);
    }

    @Test
    void noByteThatATerminalObeysIsWrittenAsItIs() {
        String written = lines.write("said", json -> json.writeStringProperty("text", "\u001b[2J\u007f\u009b2J"));
        assertEquals("{\"event\":\"said\",\"text\":\"\\u001b[2J\\u007f\\u009b2J\"}",
                written.replace("\\u001B", "\\u001b")
                        .replace("\\u007F", "\\u007f"));
    }

    @Test
    void halfACharacterFromTheNetworkBreaksNothing() {
        String written = lines.write("said", json -> json.writeStringProperty("text", "a\ud800b"));
        assertEquals("{\"event\":\"said\",\"text\":\"a\ud800b\"}", written);
    }
}
