package tincan.trace.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import tincan.trace.ByteStream;
import tincan.trace.Ends;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes a recording as JSON lines in ASCII, as `docs/recording.md` describes them: a line is one line for every
/// program, and no text of a peer reaches a terminal as it is.
final class RecordingWriter {
    static final int VERSION = 1;
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OutputStream out;

    RecordingWriter(OutputStream out) {
        this.out = out;
    }

    void write(Recording recording) throws IOException {
        line(json -> json.writeNumberProperty("tincan-recording", VERSION));
        for (int end = 0; end < recording.ends().size(); end++) {
            write(end, recording.ends().get(end));
        }
        out.flush();
    }

    private void write(int number, Recording.End end) throws IOException {
        line(json -> {
            begin(json, "end", number);
            EventFields.text(json, "name", end.name());
            json.writeNumberProperty("ahead", end.ahead().toNanos());
        });
        for (Map.Entry<String, Ends> connection : end.connections().entrySet()) {
            line(json -> connection(json, number, connection.getKey(), connection.getValue()));
        }
        for (TraceEvent event : end.events()) {
            line(json -> {
                begin(json, "event", number);
                EventFields.write(json, event);
            });
        }
        for (Payload.Piece piece : end.bytes().pieces()) {
            bytes(number, piece);
        }
    }

    private static void connection(JsonGenerator json, int end, String name, Ends between) {
        begin(json, "connection", end);
        EventFields.text(json, "connection", name);
        json.writeStringProperty("local", EventFields.address(between.local()));
        json.writeStringProperty("remote", EventFields.address(between.remote()));
        EventFields.word(json, "side", between.side());
    }

    private void bytes(int end, Payload.Piece piece) throws IOException {
        ByteStream stream = piece.stream();
        byte[] all = piece.bytes();
        for (int at = 0; at < all.length; at += Bounds.PART) {
            byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + Bounds.PART));
            long from = piece.from() + at;
            line(json -> {
                begin(json, "bytes", end);
                EventFields.text(json, "connection", stream.connection());
                EventFields.word(json, "direction", stream.direction());
                EventFields.word(json, "layer", stream.layer());
                json.writeNumberProperty("from", from);
                json.writeStringProperty("base64", Base64.getEncoder().encodeToString(part));
            });
        }
    }

    private static void begin(JsonGenerator json, String line, int end) {
        json.writeStringProperty("line", line);
        json.writeNumberProperty("end", end);
    }

    private void line(Consumer<JsonGenerator> fields) throws IOException {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        line.append('\n');
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
