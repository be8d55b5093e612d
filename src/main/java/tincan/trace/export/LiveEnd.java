package tincan.trace.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tincan.trace.ByteStream;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Moved;

/// What another program's end sees, as its [LiveLines] tell it, in a log of its own. They may be made to hurt: each
/// line and all that is kept of them is bounded. One thread takes lines; any thread looks.
public final class LiveEnd {
    /// So many events are kept.
    static final int EVENTS = 20_000;
    /// So many bytes are kept.
    static final long BYTES = 16L << 20;
    static final int CONNECTIONS = 1_000;
    static final int NAME = 64;
    /// How far from now anything can be, and how long it can take; beyond that a picture of it could not be drawn.
    private static final Duration FARTHEST = Duration.ofDays(3650);

    private final EventLog log = new EventLog(EVENTS, BYTES, InstantSource.system());
    /// Where the last read or write of a stream ended. Owner: the thread that takes lines.
    private final Map<ByteStream, Long> ends = new HashMap<>();
    private volatile Clock clock = new Clock(Duration.ZERO, Duration.ZERO);

    /// How that end's clock goes.
    ///
    /// @param ahead how much it is ahead of ours
    /// @param error how far off that may be
    public record Clock(Duration ahead, Duration error) {}

    /// What that end saw.
    public EventLog log() {
        return log;
    }

    public Clock clock() {
        return clock;
    }

    /// Takes a line.
    ///
    /// @throws BrokenRecording if it is none, or harmful; nothing more is to be taken then
    public void take(String line) throws BrokenRecording {
        Fields fields = Fields.read(line.getBytes(StandardCharsets.US_ASCII));
        String what = fields.text("line");
        if ((line.length() > LiveLines.LONGEST && !what.equals("bytes"))
                || fields.text("connection").length() > NAME) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        switch (what) {
            case "end" -> clock = new Clock(RecordingReader.ahead(fields),
                    Duration.ofNanos(fields.count("error", Long.MAX_VALUE)));
            case "connection" -> connection(fields);
            case "event" -> event(fields);
            case "bytes" -> RecordingReader.bytes(fields, log.payload(), Long.MAX_VALUE);
            default -> {
                // of a later version
            }
        }
    }

    private void connection(Fields fields) throws BrokenRecording {
        if (log.connections().size() >= CONNECTIONS) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        RecordingReader.between(fields).ifPresent(between -> log.connected(fields.text("connection"), between));
    }

    private void event(Fields fields) throws BrokenRecording {
        Optional<TraceEvent> event = EventFields.read(fields);
        if (event.isEmpty()) {
            return;
        }
        if (event.get().number() <= log.newest() || !isOfNow(event.get())) {
            throw Fields.damaged();
        }
        if (event.get().what() instanceof Moved moved) {
            follows(event.get(), moved);
        }
        log.restore(event.get());
    }

    private boolean isOfNow(TraceEvent event) {
        Duration took = event.what() instanceof TraceEvent.Ended ended ? ended.took() : Duration.ZERO;
        Duration since = Duration.between(event.at().minus(clock.ahead()), log.now()).abs();
        return since.compareTo(FARTHEST) < 0 && took.compareTo(FARTHEST) < 0;
    }

    /// Calls that move bytes come one after the other. A view that matches writes with reads relies on it.
    private void follows(TraceEvent event, Moved moved) throws BrokenRecording {
        ByteStream stream = new ByteStream(event.connection(), moved.direction(), Layer.WIRE);
        if (moved.span().from() < ends.getOrDefault(stream, 0L)) {
            throw Fields.damaged();
        }
        ends.put(stream, moved.span().end());
        if (ends.size() > 2 * CONNECTIONS) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
    }
}
