package tincan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tincan.secure.Code;

/// One run of a load against one server that runs already: `Load tincan|tincan_tls|irc|nats <port> <server's process
/// id> [members=100] [senders=10] [window=256 | rate=200] [warm=8000] [measured=4000]`. Prints [Figures].
final class Load {
    private static final Duration JOIN = Duration.ofSeconds(120);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Crowd crowd;
    private final Shape shape;
    private final long server;
    private final Histogram times = new Histogram();

    private Load(Crowd crowd, Shape shape, long server) {
        this.crowd = crowd;
        this.shape = shape;
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        Protocol protocol = Protocol.valueOf(args[0].toUpperCase(Locale.ROOT));
        Shape shape = Shape.parse(List.of(args));
        Optional<Code> code = Optional.ofNullable(System.getenv(Target.CODE)).flatMap(Code::parse);
        try (Crowd crowd = new Crowd(new Target(protocol, Integer.parseInt(args[1]), code))) {
            System.out.print(new Load(crowd, shape, Long.parseLong(args[2])).run().lines());
        }
    }

    private Figures run() throws IOException {
        crowd.join(shape.members(), JOIN);
        Span span = Span.after(shape.warm(), shape.measured());
        Traffic traffic = traffic(span);
        crowd.talk(traffic);
        crowd.run(() -> false, span.from());
        Mark before = mark();
        crowd.run(() -> false, span.to());
        Mark after = mark();
        traffic.stop();
        crowd.run(() -> crowd.missing() == 0, System.nanoTime() + DRAIN.toNanos());
        return figures(before, after);
    }

    private Traffic traffic(Span span) {
        return shape.rate() > 0
                ? new OpenLoop(crowd, shape.senders(), shape.rate(), span, times)
                : new ClosedLoop(crowd, shape.senders(), shape.window(), span, times);
    }

    private record Mark(long at, long said, long received, Cpu cpu) {}

    private Mark mark() {
        return new Mark(System.nanoTime(), crowd.said(), crowd.received(), Cpu.now(server));
    }

    private Figures figures(Mark before, Mark after) {
        double seconds = (after.at - before.at) / 1e9;
        Cpu cpu = after.cpu.since(before.cpu);
        return new Figures((after.received - before.received) / seconds, (after.said - before.said) / seconds,
                millis(0.5), millis(0.99), millis(0.999), share(cpu.server(), seconds), share(cpu.self(), seconds),
                share(cpu.others(), seconds), crowd.missing());
    }

    private double millis(double share) {
        return times.percentile(share).toNanos() / 1e6;
    }

    private static double share(Duration used, double seconds) {
        return used.toMillis() / 1000.0 / seconds;
    }
}
