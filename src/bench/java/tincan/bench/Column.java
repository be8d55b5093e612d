package tincan.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What the servers made of one shape of load, over some rounds; medians.
final class Column {
    private static final String HEAD = """
            | server | delivered M/s | per server CPU-second | p50 ms | p99 ms | p99.9 ms | server CPU | load CPU | \
            other CPU, worst | lost |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final Shape shape;
    private final Map<String, List<Figures>> found = new LinkedHashMap<>();

    Column(Shape shape) {
        this.shape = shape;
    }

    /// What was put on the servers.
    Shape shape() {
        return shape;
    }

    /// Adds a round's figures.
    void add(String server, Figures figures) {
        found.computeIfAbsent(server, _ -> new ArrayList<>()).add(figures);
    }

    /// The median of one figure; empty if the server did not stand the load.
    Optional<Double> median(String server, ToDoubleFunction<Figures> figure) {
        List<Double> sorted = found.getOrDefault(server, List.of()).stream().map(figure::applyAsDouble).sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /// The best median of some servers.
    Optional<Double> best(Predicate<String> servers, ToDoubleFunction<Figures> figure) {
        return found.keySet().stream().filter(servers)
                .flatMap(name -> median(name, figure).stream())
                .max(Comparator.naturalOrder());
    }

    /// A heading and a table in Markdown.
    String table() {
        StringBuilder text = new StringBuilder("\n### " + shape.title() + "\n\n").append(HEAD);
        found.keySet().forEach(server -> text.append(row(server)));
        return text.toString();
    }

    private String row(String server) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %d |%n",
                server, millions(server, Figures::delivered),
                millions(server, figures -> figures.delivered() / Math.max(0.01, figures.server())),
                value(server, Figures::p50), value(server, Figures::p99), value(server, Figures::p999),
                value(server, Figures::server), value(server, Figures::load), worst(server, Figures::others),
                (long) worst(server, Figures::lost));
    }

    private double millions(String server, ToDoubleFunction<Figures> figure) {
        return value(server, figure) / 1e6;
    }

    private double value(String server, ToDoubleFunction<Figures> figure) {
        return median(server, figure).orElse(Double.NaN);
    }

    private double worst(String server, ToDoubleFunction<Figures> figure) {
        return found.get(server).stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}
