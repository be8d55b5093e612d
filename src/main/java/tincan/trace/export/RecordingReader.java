package tincan.trace.export;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;

/// Reads what [RecordingWriter] wrote, or what somebody else did who may mean harm: within [Bounds], and
/// without belief.
final class RecordingReader {
    private static final Duration LONGEST_AHEAD = Duration.ofDays(36_500);

    private final List<Half> halves = new ArrayList<>();
    private int events;

    /// An end as far as it has been read.
    private static final class Half {
        private final String name;
        private final Duration ahead;
        private final List<TraceEvent> events = new ArrayList<>();
        private final Map<String, Ends> connections = new LinkedHashMap<>();
        private final Payload bytes = new Payload(Bounds.BYTES);
        private long newest;

        Half(String name, Duration ahead) {
            this.name = name;
            this.ahead = ahead;
        }
    }

    private RecordingReader() {}

    static Recording read(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(in, Bounds.FILE);
        first(lines.next());
        RecordingReader reader = new RecordingReader();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            reader.take(Fields.read(line.get()));
        }
        return new Recording(reader.halves.stream()
                .map(half -> new Recording.End(half.name, half.ahead, half.events, half.connections, half.bytes))
                .toList());
    }

    private static void first(Optional<byte[]> line) throws BrokenRecording {
        Fields fields;
        try {
            fields = Fields.read(line.orElse(new byte[0]));
        } catch (BrokenRecording e) {
            throw new BrokenRecording(BrokenRecording.Reason.NO_RECORDING, e);
        }
        long version = fields.number("tincan-recording");
        if (version < 1) {
            throw new BrokenRecording(BrokenRecording.Reason.NO_RECORDING);
        }
        if (version > RecordingWriter.VERSION) {
            throw new BrokenRecording(BrokenRecording.Reason.NEWER);
        }
    }

    private void take(Fields fields) throws BrokenRecording {
        switch (fields.text("line")) {
            case "end" -> end(fields);
            case "connection" -> connection(fields, half(fields));
            case "event" -> event(fields, half(fields));
            case "bytes" -> bytes(fields, half(fields).bytes, Bounds.BYTES - Bounds.LINE);
            default -> {
                // of a later version
            }
        }
    }

    private void end(Fields fields) throws BrokenRecording {
        if (fields.number("end") != halves.size()) {
            throw Fields.damaged();
        }
        if (halves.size() >= Bounds.ENDS) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        halves.add(new Half(fields.text("name"), ahead(fields)));
    }

    static Duration ahead(Fields fields) throws BrokenRecording {
        Duration ahead = fields.nanos("ahead");
        if (ahead.abs().compareTo(LONGEST_AHEAD) > 0) {
            throw Fields.damaged();
        }
        return ahead;
    }

    private Half half(Fields fields) throws BrokenRecording {
        long number = fields.number("end");
        if (number < 0 || number >= halves.size()) {
            throw Fields.damaged();
        }
        return halves.get((int) number);
    }

    private static void connection(Fields fields, Half half) throws BrokenRecording {
        Optional<Ends> between = between(fields);
        if (between.isEmpty()) {
            return;
        }
        if (half.connections.size() >= Bounds.CONNECTIONS) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        half.connections.put(fields.text("connection"), between.get());
    }

    /// Between which addresses a connection goes; empty if its side is a word of a later version.
    static Optional<Ends> between(Fields fields) throws BrokenRecording {
        Optional<Ends.Side> side = fields.constant("side", Ends.Side.class);
        return side.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ends(EventFields.address(fields.text("local")),
                        EventFields.address(fields.text("remote")), side.get()));
    }

    private void event(Fields fields, Half half) throws BrokenRecording {
        Optional<TraceEvent> event = EventFields.read(fields);
        if (event.isEmpty()) {
            return;
        }
        if (++events > Bounds.EVENTS) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        if (event.get().number() <= half.newest) {
            throw Fields.damaged();
        }
        half.newest = event.get().number();
        half.events.add(event.get());
    }

    /// @param most so much may be kept there
    static void bytes(Fields fields, Payload into, long most) throws BrokenRecording {
        Optional<Direction> direction = fields.constant("direction", Direction.class);
        Optional<Layer> layer = fields.constant("layer", Layer.class);
        if (direction.isEmpty() || layer.isEmpty()) {
            return;
        }
        byte[] bytes = fields.base64("base64");
        if (into.kept() + bytes.length > most) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        into.restore(new ByteStream(fields.text("connection"), direction.get(), layer.get()),
                fields.count("from", Bounds.PLACE), bytes);
    }
}
