package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// All servers under all loads: `Compare [rounds=3]`. The servers run all the time and take turns slice by slice, so
/// that whatever else the computer does hits all of them alike. Writes `target/bench/compare.md`.
final class Compare {
    /// All servers, ours first.
    static final List<Server> SERVERS = List.of(new RelayServer(), new NatsServer(), new Inspircd(),
            new Ngircd());
    private static final String OURS = SERVERS.getFirst().name();
    private static final List<Shape> SHAPES = List.of(Shape.closed(100, 10, 256), Shape.closed(100, 10, 1024),
            Shape.closed(1000, 10, 256), Shape.open(100, 10, 200));

    private final int rounds;
    private final List<Running> running = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Compare(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0].replace("rounds=", "")) : 3;
        new Compare(rounds).run();
    }

    private void run() throws Exception {
        try {
            startAll();
            text.append(Machine.table(running)).append('\n').append(PingPong.table());
            for (Shape shape : SHAPES) {
                Column column = measured(shape);
                text.append(column.table()).append(verdict(column));
            }
        } finally {
            running.forEach(Running::close);
        }
        Path file = Slice.tables().resolve("compare.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.print(text);
    }

    private void startAll() throws IOException {
        for (Server server : SERVERS) {
            if (server.program().isPresent()) {
                running.add(Running.start(server));
            } else {
                text.append(server.name()).append(" is missing: apt-get install ").append(server.debianPackage())
                        .append("\n\n");
            }
        }
    }

    private Column measured(Shape shape) throws IOException, InterruptedException {
        Column column = new Column(shape);
        Set<String> unable = new HashSet<>();
        for (int round = 1; round <= rounds; round++) {
            for (Running server : running) {
                String name = server.server().name();
                if (!unable.contains(name)) {
                    Slice.run(server, shape).ifPresentOrElse(figures -> add(column, name, figures),
                            () -> unable.add(name));
                }
            }
        }
        unable.forEach(name -> text.append("\n").append(name).append(" could not take ").append(shape.title())
                .append(".\n"));
        return column;
    }

    private static void add(Column column, String server, Figures figures) {
        column.add(server, figures);
        System.err.printf(Locale.ROOT,
                "%s, %s: %.2f M/s, p99 %.2f ms, CPU server %.2f load %.2f others %.2f, lost %d%n",
                column.shape().title(), server, figures.delivered() / 1e6, figures.p99(), figures.server(),
                figures.load(), figures.others(), figures.lost());
    }

    private static String verdict(Column column) {
        ToDoubleFunction<Figures> figure = column.shape().rate() > 0 ? Figures::p99 : Figures::delivered;
        if (column.shape().rate() > 0) {
            return column.median(OURS, figure)
                    .map(p99 -> String.format(Locale.ROOT, "%np99 %.2f ms; goal: under 3 ms.%n", p99)).orElse("");
        }
        double goal = column.shape().members() > 100 ? 4 : 3;
        double ratio = column.median(OURS, figure).orElse(0.0) / column.bestBut(OURS, figure).orElse(Double.NaN);
        return String.format(Locale.ROOT, "%n%.1f times the best of the others; goal: at least %.0f.%n", ratio, goal);
    }
}
