package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// How long to wait: the client gives up sooner than the server answers, and finds the answer where it looks for
/// the next.
public final class ReadTimeout implements Lesson.Stream {
    private static final int BUFFER = 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern SECONDS = Pattern.compile("\\d|10");

    @Override
    public String name() {
        return "timeout";
    }

    @Override
    public int port() {
        return 9008;
    }

    @Override
    public StreamOptions clientOptions() {
        return StreamOptions.USUAL.withTimeout(TIMEOUT);
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        while (true) {
            byte[] data = client.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            String asked = Requests.of(data);
            if (SECONDS.matcher(asked).matches()) {
                Requests.pause(Duration.ofSeconds(Integer.parseInt(asked)));
                client.sendAll(("done after " + asked + " s").getBytes(UTF_8));
            } else {
                client.sendAll("refused: 0 to 10 seconds".getBytes(UTF_8));
            }
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        int open = 0;
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            server.sendAll(line.get().getBytes(UTF_8));
            open++;
            try {
                for (; open > 0; open--) {
                    byte[] data = server.recv(BUFFER);
                    if (data.length == 0) {
                        return;
                    }
                    console.print(new String(data, UTF_8));
                }
            } catch (SocketTrouble e) {
                if (e.kind() != SocketTrouble.Kind.TIMED_OUT) {
                    throw e;
                }
                console.tell("lab.timeout.told.late");
            }
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.timeout.goal.late",
                        seen -> seen.failed(SocketCall.READ).filter(Seen.byClient()).anyMatch(_ -> true)),
                new Goal("lab.timeout.goal.earlier", ReadTimeout::readTheAnswerToAnEarlierQuestion));
    }

    /// After a read had failed, something was asked and something else answered.
    private static boolean readTheAnswerToAnEarlierQuestion(Seen seen) {
        return seen.failed(SocketCall.READ).filter(Seen.byClient()).anyMatch(late -> {
            Seen then = seen.after(late).only(late.connection());
            Optional<TraceEvent> asked = then.returned(SocketCall.WRITE).findFirst();
            return asked.map(then::after).stream().flatMap(after -> after.returned(SocketCall.READ)).findFirst()
                    .filter(read -> !seen.text(read).equals("done after " + asked.map(seen::text).orElse("") + " s"))
                    .filter(read -> seen.text(read).startsWith("done after ")).isPresent();
        });
    }
}
