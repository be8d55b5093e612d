package tincan.lab.lesson;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/// One JSON object at the beginning of a stream, found byte by byte: only the parser knows which brace is its last, and
/// what stands behind that is somebody else's.
final class JsonObject {
    /// A longer one is none, in bytes.
    static final int LONGEST = 4096;
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(32).maxStringLength(LONGEST).build())
            .build();

    /// How far it has come.
    enum State {
        /// More bytes are needed.
        OPEN,
        /// The byte before was its last.
        WHOLE,
        /// This is no JSON object, or one that is too long.
        BROKEN
    }

    private final JsonParser parser = FACTORY.createNonBlockingByteArrayParser(ObjectReadContext.empty());
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigInteger> numbers = new HashMap<>();
    private final Map<String, Boolean> truths = new HashMap<>();
    private int fed;
    private int depth;
    private State state = State.OPEN;

    /// Takes the next byte.
    State feed(byte next) {
        if (state != State.OPEN) {
            throw new IllegalStateException("it is " + state);
        }
        if (++fed > LONGEST) {
            state = State.BROKEN;
            return state;
        }
        try {
            ((ByteArrayFeeder) parser.nonBlockingInputFeeder()).feedInput(new byte[]{next}, 0, 1);
            JsonToken token = parser.nextToken();
            while (state == State.OPEN && token != JsonToken.NOT_AVAILABLE) {
                state = take(token);
                token = state == State.OPEN ? parser.nextToken() : token;
            }
        } catch (JacksonException e) {
            state = State.BROKEN;
        }
        return state;
    }

    /// Whether some of it has come.
    boolean isBegun() {
        return depth > 0;
    }

    /// Takes as many bytes as belong to it.
    ///
    /// @return how many those are; 0 if it is not whole then
    static int length(JsonObject object, byte[] data) {
        for (int i = 0; i < data.length; i++) {
            if (object.feed(data[i]) != State.OPEN) {
                return object.state == State.WHOLE ? i + 1 : 0;
            }
        }
        return 0;
    }

    private State take(JsonToken token) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> depth++;
            case END_OBJECT, END_ARRAY -> depth--;
            default -> value(token);
        }
        if (depth == 0) {
            return token == JsonToken.END_OBJECT ? State.WHOLE : State.BROKEN;
        }
        return depth == 1 && token == JsonToken.START_ARRAY ? State.BROKEN : State.OPEN;
    }

    private void value(JsonToken token) {
        if (depth != 1) {
            return;
        }
        String name = String.valueOf(parser.currentName());
        switch (token) {
            case VALUE_STRING -> texts.put(name, parser.getString());
            case VALUE_NUMBER_INT -> numbers.put(name, parser.getBigIntegerValue());
            case VALUE_TRUE, VALUE_FALSE -> truths.put(name, token == JsonToken.VALUE_TRUE);
            default -> {
                // the name itself, nothing, or a number that is not whole
            }
        }
    }

    /// The field of that name, if it is a string.
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /// The field of that name, if it is a whole number.
    Optional<BigInteger> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /// Whether the field of that name is `true`.
    boolean is(String name) {
        return truths.getOrDefault(name, false);
    }
}
