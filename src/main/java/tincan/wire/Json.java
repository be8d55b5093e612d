package tincan.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import java.io.OutputStream;

/// JSON objects, read field by field within bounds. A missing field keeps its default, an unknown one is passed over, a
/// field of the wrong type breaks the frame.
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(bounds())
            .rootValueSeparator("").build();

    private Json() {}

    private static StreamReadConstraints bounds() {
        return StreamReadConstraints.builder().maxNestingDepth(16).maxNameLength(256).maxNumberLength(32)
                .maxStringLength(FrameReader.MAX_LENGTH).build();
    }

    /// Takes one field; the parser stands at its value and must end there.
    @FunctionalInterface
    public interface Field {
        void take(String name, JsonParser value) throws BrokenFrame;
    }

    /// Reads one object that fills `length` bytes.
    public static void read(byte[] data, int offset, int length, Field field) throws BrokenFrame {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), data, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenFrame("body is no JSON object");
            }
            object(parser, field);
            if (parser.nextToken() != null) {
                throw new BrokenFrame("body goes on after its JSON object");
            }
        } catch (JacksonException e) {
            throw new BrokenFrame("body is not JSON", e);
        }
    }

    /// Reads the object that the parser has entered, to its end.
    public static void object(JsonParser parser, Field field) throws BrokenFrame {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.take(name, parser);
        }
    }

    public static String string(JsonParser value) throws BrokenFrame {
        require(value, JsonToken.VALUE_STRING);
        return value.getString();
    }

    public static long number(JsonParser value) throws BrokenFrame {
        require(value, JsonToken.VALUE_NUMBER_INT);
        return value.getLongValue();
    }

    public static int smallNumber(JsonParser value) throws BrokenFrame {
        require(value, JsonToken.VALUE_NUMBER_INT);
        return value.getIntValue();
    }

    public static boolean flag(JsonParser value) throws BrokenFrame {
        if (value.currentToken() == JsonToken.VALUE_FALSE) {
            return false;
        }
        require(value, JsonToken.VALUE_TRUE);
        return true;
    }

    static void require(JsonParser value, JsonToken token) throws BrokenFrame {
        if (value.currentToken() != token) {
            throw new BrokenFrame("field " + value.currentName() + " has the wrong type");
        }
    }

    /// Writes objects to `out`.
    public static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }
}
