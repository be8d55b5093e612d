package tincan.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.trace.Ends;

/// What the system itself counts of a TCP connection, asked with `ss`.
///
/// @param sent how many bytes went
/// @param received how many bytes came
public record TcpCounts(long sent, long received) {
    private static final Pattern SENT = Pattern.compile("bytes_sent:(\\d+)");
    private static final Pattern RECEIVED = Pattern.compile("bytes_received:(\\d+)");

    /// Of the local end of a connection that is open; empty where there is no `ss`.
    public static Optional<TcpCounts> of(Ends ends) throws IOException {
        try {
            Process asked = new ProcessBuilder(
                    List.of("ss", "-tinHO", "src", ends.localShown(), "dst", ends.remoteShown()))
                    .redirectErrorStream(true).start();
            String said = new String(asked.getInputStream().readAllBytes());
            return number(SENT, said).flatMap(sent -> number(RECEIVED, said).map(got -> new TcpCounts(sent, got)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }
}
