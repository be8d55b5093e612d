package tincan.trace.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tincan.trace.Ends;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;

/// Writes a recording as its [Lines], as `docs/recording.md` describes them.
final class RecordingWriter {
    static final int VERSION = 1;

    private final OutputStream out;

    RecordingWriter(OutputStream out) {
        this.out = out;
    }

    void write(Recording recording) throws IOException {
        line(Lines.of(json -> json.writeNumberProperty("tincan-recording", VERSION)));
        for (int end = 0; end < recording.ends().size(); end++) {
            write(end, recording.ends().get(end));
        }
        out.flush();
    }

    private void write(int number, Recording.End end) throws IOException {
        line(Lines.of("end", number, json -> {
            EventFields.text(json, "name", end.name());
            json.writeNumberProperty("ahead", end.ahead().toNanos());
        }));
        for (Map.Entry<String, Ends> connection : end.connections().entrySet()) {
            line(Lines.connection(number, connection.getKey(), connection.getValue()));
        }
        for (TraceEvent event : end.events()) {
            line(Lines.event(number, event));
        }
        for (Payload.Piece piece : end.bytes().pieces()) {
            for (String line : Lines.bytes(number, piece)) {
                line(line);
            }
        }
    }

    private void line(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }
}
