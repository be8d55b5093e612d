package tincan;

import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;
import tincan.Request.Leave;
import tincan.Request.Mute;
import tincan.Request.Order;
import tincan.Request.Refused;
import tincan.Request.Say;
import tincan.Request.Talk;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The lines of `--json`: one object a line, written and read. Any thread may use it.
final class JsonLines {
    static final String NOT_AN_OBJECT = "not a JSON object";
    static final String UNKNOWN_REQUEST = "unknown request";

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder().maxNestingDepth(16)
            .maxDocumentLength(LineInput.MOST).maxStringLength(LineInput.MOST).maxNameLength(256).maxNumberLength(64)
            .build();

    private final JsonFactory factory = JsonFactory.builder().streamReadConstraints(BOUNDS)
            .characterEscapes(new LineEscapes()).build();

    /// One line.
    ///
    /// @param event the value of its first field, `event`
    /// @param fields writes the other fields
    String write(String event, Consumer<JsonGenerator> fields) {
        StringWriter line = new StringWriter(128);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("event", event);
            fields.accept(json);
            json.writeEndObject();
        }
        return line.toString();
    }

    /// What a line asks for. The first field that is known counts; unknown ones beside it are ignored.
    Request read(String line) {
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Refused(NOT_AN_OBJECT);
            }
            Request request = fields(json);
            return json.nextToken() == null ? request : new Refused(NOT_AN_OBJECT);
        } catch (JacksonException _) {
            return new Refused(NOT_AN_OBJECT);
        }
    }

    private static Request fields(JsonParser json) {
        Request found = new Refused(UNKNOWN_REQUEST);
        boolean known = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            Request request = field(name, value, json);
            json.skipChildren();
            if (!known && !(request instanceof Refused(String reason) && reason.equals(UNKNOWN_REQUEST))) {
                found = request;
                known = true;
            }
        }
        return found;
    }

    private static Request order(HostOrder order, JsonToken value, JsonParser json) {
        boolean fits = order.wantsArgument()
                ? value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT
                : value == JsonToken.VALUE_TRUE;
        return fits
                ? new Order(order, order.wantsArgument() ? json.getString() : "")
                : new Refused(UNKNOWN_REQUEST);
    }

    private static Request floor(String what) {
        return switch (what) {
            case "request" -> new Request.Floor(true);
            case "release" -> new Request.Floor(false);
            default -> new Refused(UNKNOWN_REQUEST);
        };
    }

    private static Request field(String name, JsonToken value, JsonParser json) {
        if (name.equals("say") && value == JsonToken.VALUE_STRING) {
            return new Say(json.getString());
        }
        if (name.equals("talk") && isFlag(value)) {
            return new Talk(value == JsonToken.VALUE_TRUE);
        }
        if (name.equals("mute") && isFlag(value)) {
            return new Mute(value == JsonToken.VALUE_TRUE);
        }
        if (name.equals("leave") && value == JsonToken.VALUE_TRUE) {
            return new Leave();
        }
        Optional<HostOrder> order = HostOrder.of(name);
        if (order.isPresent()) {
            return order(order.get(), value, json);
        }
        return name.equals("floor") && value == JsonToken.VALUE_STRING
                ? floor(json.getString())
                : new Refused(UNKNOWN_REQUEST);
    }

    private static boolean isFlag(JsonToken value) {
        return value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE;
    }
}
