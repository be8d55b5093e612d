package tincan.trace.export;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;

/// Recordings of nothing that ever happened, the same for the same seed.
final class RandomRecordings {
    private static final List<String> SCRAPS = List.of("", "hello", "你好", "🥫", "\n", "\u0000", "\u001b[31m", "\u2028",
            "\u202e", "\ud800", "<script>", "\"", "\\", "127.0.0.1:1");

    private final Random random;

    RandomRecordings(long seed) {
        this.random = new Random(seed);
    }

    Recording recording() {
        List<Recording.End> ends = new ArrayList<>();
        for (int end = 0; end <= random.nextInt(2); end++) {
            ends.add(new Recording.End("end " + text(), Duration.ofNanos(end == 0 ? 0 : random.nextInt()),
                    events(random.nextInt(60)), connections(), payload()));
        }
        return new Recording(ends);
    }

    private List<TraceEvent> events(int count) {
        List<TraceEvent> events = new ArrayList<>();
        long number = random.nextInt(1_000);
        for (int i = 0; i < count; i++) {
            number += 1 + random.nextInt(3);
            Instant at = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
            events.add(new TraceEvent(number, at, name(), what()));
        }
        return events;
    }

    private TraceEvent.What what() {
        SocketCall call = any(SocketCall.values());
        long began = random.nextInt(9);
        Duration took = Duration.ofNanos(random.nextLong(1L << 50));
        Direction direction = any(Direction.values());
        Layer layer = any(Layer.values());
        return switch (random.nextInt(9)) {
            case 0 -> new Began(call, text());
            case 1 -> new Called(call, began, took, text());
            case 2 -> new Moved(call, began, span(), took);
            case 3 -> new Datagram(call, began, span(), took, address(), label());
            case 4 -> new Failed(call, began, took, text());
            case 5 -> new Sealed(direction, any(Sealed.Content.values()), span(), span());
            case 6 -> new Framed(direction, text(), layer, span(), text(),
                    subject());
            case 7 -> new FramesMoved(direction, random.nextInt(100), layer, span(), subject(), subject());
            default -> new Note(text());
        };
    }

    private Map<String, Ends> connections() {
        Map<String, Ends> connections = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            connections.put(name(), new Ends(address(), address(), any(Ends.Side.values())));
        }
        return connections;
    }

    private Payload payload() {
        Payload payload = new Payload(1 << 20);
        for (int i = 0; i < random.nextInt(20); i++) {
            byte[] bytes = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 200_000 : 200)];
            random.nextBytes(bytes);
            payload.restore(new ByteStream(name(), any(Direction.values()), any(Layer.values())), i * 1_000_000L,
                    bytes);
        }
        return payload;
    }

    private Span span() {
        return new Span(random.nextLong(1L << 50), random.nextInt(100_000));
    }

    private InetSocketAddress address() {
        byte[] number = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(number);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(number), random.nextInt(65_536));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private String name() {
        return "line-" + random.nextInt(3);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(6); i++) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Label label() {
        return random.nextBoolean()
                ? Label.NONE
                : new Label("VOICE" + text(), random.nextInt(65_536), random.nextLong(1L << 32));
    }

    private Subject subject() {
        return new Subject(random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }
}
