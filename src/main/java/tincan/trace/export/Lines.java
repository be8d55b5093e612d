package tincan.trace.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tincan.trace.ByteStream;
import tincan.trace.Ends;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// The lines of a recording, without their ends: JSON in ASCII, so that a line is one line for every program, and no
/// text of a peer reaches a terminal as it is.
final class Lines {
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Lines() {}

    static String of(Consumer<JsonGenerator> fields) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return line.toString();
    }

    /// A line about an end.
    ///
    /// @param line what it is
    static String of(String line, int end, Consumer<JsonGenerator> fields) {
        return of(json -> {
            json.writeStringProperty("line", line);
            json.writeNumberProperty("end", end);
            fields.accept(json);
        });
    }

    static String connection(int end, String name, Ends between) {
        return of("connection", end, json -> {
            EventFields.text(json, "connection", name);
            json.writeStringProperty("local", EventFields.address(between.local()));
            json.writeStringProperty("remote", EventFields.address(between.remote()));
            EventFields.word(json, "side", between.side());
        });
    }

    static String event(int end, TraceEvent event) {
        return of("event", end, json -> EventFields.write(json, event));
    }

    /// Bytes, in as many lines as that takes.
    static List<String> bytes(int end, Payload.Piece piece) {
        List<String> lines = new ArrayList<>();
        ByteStream stream = piece.stream();
        byte[] all = piece.bytes();
        for (int at = 0; at < all.length; at += Bounds.PART) {
            byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + Bounds.PART));
            long from = piece.from() + at;
            lines.add(of("bytes", end, json -> {
                EventFields.text(json, "connection", stream.connection());
                EventFields.word(json, "direction", stream.direction());
                EventFields.word(json, "layer", stream.layer());
                json.writeNumberProperty("from", from);
                json.writeStringProperty("base64", Base64.getEncoder().encodeToString(part));
            }));
        }
        return lines;
    }
}
