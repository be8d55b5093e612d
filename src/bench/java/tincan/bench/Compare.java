package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All servers under all loads: `Compare [rounds=3] [servers=tincan,tincan-tls,…]`. The servers run all the time and
/// take turns slice by slice, so that whatever else the computer does hits all of them alike.
/// Writes `target/bench/compare.md`.
final class Compare {
    /// All servers, ours first.
    static final List<Server> SERVERS = List.of(new RelayServer(false), new RelayServer(true), new NatsServer(),
            new Inspircd(), new Ngircd());
    private static final String OPEN = new RelayServer(false).name();
    private static final String PRIVATE = new RelayServer(true).name();
    private static final Set<String> OURS = Set.of(OPEN, PRIVATE);
    private static final List<Shape> SHAPES = List.of(Shape.closed(100, 10, 256), Shape.closed(100, 10, 1024),
            Shape.closed(1000, 10, 256), Shape.open(100, 10, 200));

    private final List<Server> servers;
    private final int rounds;
    private final List<Running> running = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Compare(List<Server> servers, int rounds) {
        this.servers = servers;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        List<String> names = List.of(word(args, "servers").orElse("").split(","));
        List<Server> chosen = SERVERS.stream().filter(server -> names.contains(server.name())).toList();
        new Compare(chosen.isEmpty() ? SERVERS : chosen, word(args, "rounds").map(Integer::parseInt).orElse(3)).run();
    }

    private static Optional<String> word(String[] args, String name) {
        return Stream.of(args).filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1)).findFirst();
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
        for (Server server : servers) {
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
                    Slice.undisturbed(server, shape).ifPresentOrElse(figures -> add(column, name, figures),
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
        return verdict(column, OPEN, column.shape().members() > 100 ? 4 : 3, 3)
                + verdict(column, PRIVATE, 1.5, 5);
    }

    /// @param times how many times as much as the best of the others it is to deliver
    /// @param millis how soon 99 % of all receipts are to come, at a fixed rate
    private static String verdict(Column column, String server, double times, int millis) {
        if (column.shape().rate() > 0) {
            return column.median(server, Figures::p99).map(p99 -> String.format(Locale.ROOT,
                    "%n%s: p99 %.2f ms; goal: under %d ms.%n", server, p99, millis)).orElse("");
        }
        double others = column.best(name -> !OURS.contains(name), Figures::delivered).orElse(Double.NaN);
        return column.median(server, Figures::delivered).map(delivered -> String.format(Locale.ROOT,
                "%n%s: %.1f times the best of the others; goal: at least %.1f.%n", server, delivered / others, times))
                .orElse("");
    }
}
