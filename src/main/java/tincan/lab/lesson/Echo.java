package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// The smallest server: what comes goes back. The client counts, since what went in one write may come back in
/// many reads.
public final class Echo implements Lesson.Stream {
    private static final int BUFFER = 1024;

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public int port() {
        return 10888;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        while (true) {
            byte[] data = client.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            client.sendAll(data);
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            byte[] sent = line.get().getBytes(UTF_8);
            server.sendAll(sent);
            for (int back = 0; back < sent.length;) {
                byte[] data = server.recv(BUFFER);
                if (data.length == 0) {
                    return;
                }
                console.print(new String(data, UTF_8));
                back += data.length;
            }
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.echo.goal.pieces", Echo::oneWriteCameBackInPieces),
                new Goal("lab.echo.goal.all", Echo::allCameBack),
                new Goal("lab.echo.goal.closed", seen -> seen.returned(SocketCall.READ).filter(Seen.byServer())
                        .anyMatch(Seen.moving(0))));
    }

    private static boolean oneWriteCameBackInPieces(Seen seen) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byClient()).anyMatch(write -> {
            Seen then = seen.after(write).only(write.connection());
            return then.returned(SocketCall.WRITE).findFirst().map(then::before).orElse(then)
                    .returned(SocketCall.READ).filter(Seen.moving(0).negate()).count() >= 3;
        });
    }

    private static boolean allCameBack(Seen seen) {
        long came = bytes(seen, SocketCall.READ, Seen.byServer());
        return came > 0 && came == bytes(seen, SocketCall.WRITE, Seen.byServer())
                && (seen.clients().isEmpty() || came == bytes(seen, SocketCall.READ, Seen.byClient()));
    }

    private static long bytes(Seen seen, SocketCall call, Predicate<TraceEvent> who) {
        return seen.returned(call).filter(who).mapToLong(event -> event.what().bytes()).sum();
    }
}
