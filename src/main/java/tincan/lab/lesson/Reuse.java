package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;

/// Who closes first waits in TIME_WAIT: here it is the server, whose port is not free then, unless it says that
/// it knows.
public final class Reuse implements Lesson.Stream {
    private static final int BUFFER = 1024;
    private static final String REUSE = "SO_REUSEADDR on";

    @Override
    public String name() {
        return "reuse";
    }

    @Override
    public int port() {
        return 9003;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        client.sendAll("bye".getBytes(UTF_8));
        client.close();
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        while (true) {
            byte[] data = server.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            console.print(new String(data, UTF_8));
        }
        server.close();
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.reuse.goal.closed-first", Reuse::theServerClosedFirst),
                new Goal("lab.reuse.goal.in-use", seen -> seen.failed(SocketCall.BIND).anyMatch(Seen.byServer())),
                new Goal("lab.reuse.goal.again", Reuse::itWorkedWithTheOption));
    }

    private static boolean theServerClosedFirst(Seen seen) {
        return seen.accepted().stream().map(seen::only).anyMatch(
                one -> one.returned(SocketCall.CLOSE).findAny().isPresent()
                        && one.returned(SocketCall.READ).noneMatch(Seen.moving(0)));
    }

    /// The `bind` after the one that failed.
    private static boolean itWorkedWithTheOption(Seen seen) {
        Optional<TraceEvent> failed = seen.failed(SocketCall.BIND).filter(Seen.byServer()).findFirst();
        return failed.map(seen::after).stream()
                .flatMap(then -> then.returned(SocketCall.SET_OPTION).filter(Seen.byServer()).filter(Reuse::isReuse)
                        .map(then::after))
                .anyMatch(then -> then.returned(SocketCall.BIND).anyMatch(Seen.byServer()));
    }

    private static boolean isReuse(TraceEvent option) {
        return option.what() instanceof Called called && called.detail().equals(REUSE);
    }
}
