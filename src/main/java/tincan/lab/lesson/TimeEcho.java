package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// The first lesson: the server sends back what it got, with the time before it.
public final class TimeEcho implements Lesson.Stream {
    private static final int BUFFER = 1024;

    private final Clock clock;

    public TimeEcho(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "time-echo";
    }

    @Override
    public int port() {
        return 8009;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        while (true) {
            byte[] data = client.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            String answer = "[" + CTime.of(LocalDateTime.now(clock)) + "] " + PythonBytes.of(data);
            client.sendAll(answer.getBytes(UTF_8));
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            server.sendAll(line.get().getBytes(UTF_8));
            byte[] data = server.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            console.print(new String(data, UTF_8));
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.time-echo.goal.answered",
                        seen -> seen.returned(SocketCall.WRITE).anyMatch(Seen.byServer())),
                new Goal("lab.time-echo.goal.waited", TimeEcho::theSecondWaited),
                new Goal("lab.time-echo.goal.left", TimeEcho::twoLeft));
    }

    /// A client had connected before another was let go, and was accepted only then.
    private static boolean theSecondWaited(Seen seen) {
        return seen.returned(SocketCall.CLOSE).filter(Seen.byServer()).anyMatch(free -> {
            long connected = seen.before(free).returned(SocketCall.CONNECT).count();
            long accepted = seen.before(free).returned(SocketCall.ACCEPT).count();
            return connected > accepted && seen.after(free).returned(SocketCall.ACCEPT).findAny().isPresent();
        });
    }

    private static boolean twoLeft(Seen seen) {
        return seen.returned(SocketCall.READ).filter(Seen.byServer()).filter(Seen.moving(0)).count() >= 2;
    }
}
