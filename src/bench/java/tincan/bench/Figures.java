package tincan.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one run found.
///
/// @param delivered texts that came to a member, a second
/// @param said texts said, a second
/// @param p50 milliseconds; of a closed loop from saying to completion, of an open loop over all receipts
/// @param server processors that the server kept busy
/// @param load processors that the load kept busy
/// @param others processors that other programs kept busy: above 0.3 the run says little
/// @param lost texts that did not come to a member that was to get them, or came twice
record Figures(double delivered, double said, double p50, double p99, double p999, double server, double load,
        double others, long lost) {

    /// One line for each, name and value.
    String lines() {
        return String.format(Locale.ROOT, """
                delivered %.0f
                said %.0f
                p50 %.3f
                p99 %.3f
                p999 %.3f
                server %.2f
                load %.2f
                others %.2f
                lost %d
                """, delivered, said, p50, p99, p999, server, load, others, lost);
    }

    /// Reads what [#lines] wrote.
    static Figures parse(Stream<String> lines) {
        Map<String, Double> values = lines.map(line -> line.split(" ")).filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
        return new Figures(values.get("delivered"), values.get("said"), values.get("p50"), values.get("p99"),
                values.get("p999"), values.get("server"), values.get("load"), values.get("others"),
                values.get("lost").longValue());
    }
}
