package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent.Called;

/// Small writes that wait: the second of two is held back by the system until the first is acknowledged, unless
/// TCP_NODELAY is set.
public final class Nagle implements Lesson.Stream {
    private static final int ROUNDS = 10;
    private static final int REQUEST = 8;
    private static final String OK = "ok";
    private static final double NANOS_A_MILLI = 1e6;

    @Override
    public String name() {
        return "nagle";
    }

    @Override
    public int port() {
        return 9009;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        Incoming incoming = new Incoming(client);
        while (true) {
            byte[] data = incoming.exactly(REQUEST);
            if (data.length < REQUEST) {
                break;
            }
            client.sendAll(OK.getBytes(UTF_8));
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        Incoming incoming = new Incoming(server);
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            server.sendAll("ping".getBytes(UTF_8));
            server.sendAll("ping".getBytes(UTF_8));
            byte[] answer = incoming.exactly(OK.length());
            if (answer.length < OK.length()) {
                break;
            }
            double millis = (System.nanoTime() - began) / NANOS_A_MILLI;
            console.tell("lab.nagle.told.round", round, String.format(Locale.ROOT, "%.2f", millis));
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.nagle.goal.on", seen -> tenRounds(seen, "TCP_NODELAY off")),
                new Goal("lab.nagle.goal.off", seen -> tenRounds(seen, "TCP_NODELAY on")));
    }

    /// A client of which this was set got all its answers.
    private static boolean tenRounds(Seen seen, String option) {
        return seen.clients().stream().map(seen::only).anyMatch(
                one -> one.returned(SocketCall.SET_OPTION).map(event -> event.what())
                        .anyMatch(what -> what instanceof Called called && called.detail().equals(option))
                        && one.returned(SocketCall.READ).mapToInt(event -> event.what().bytes()).sum() >= ROUNDS
                                * OK.length());
    }
}
