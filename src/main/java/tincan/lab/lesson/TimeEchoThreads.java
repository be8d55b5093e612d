package tincan.lab.lesson;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.ServerOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// The same two programs as [TimeEcho], but each client has a thread of its own at the server: a read that blocks keeps
/// nobody else waiting.
public final class TimeEchoThreads implements Lesson.Stream {
    private static final int CLIENTS = 3;

    private final TimeEcho one;

    public TimeEchoThreads(Clock clock) {
        this.one = new TimeEcho(clock);
    }

    @Override
    public String name() {
        return "time-echo-threads";
    }

    @Override
    public int port() {
        return one.port();
    }

    @Override
    public ServerOptions options() {
        return ServerOptions.at(port()).withServing(ServerOptions.Serving.THREAD);
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        one.serve(client, console);
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        one.use(server, console);
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.time-echo-threads.goal.together", TimeEchoThreads::together),
                new Goal("lab.time-echo-threads.goal.left", TimeEchoThreads::left));
    }

    /// Three were accepted and answered before the first of them left.
    private static boolean together(Seen seen) {
        Seen until = seen.returned(SocketCall.CLOSE).filter(Seen.byServer()).findFirst().map(seen::before)
                .orElse(seen);
        return until.returned(SocketCall.WRITE).filter(Seen.byServer()).map(event -> event.connection())
                .collect(Collectors.toSet()).size() >= CLIENTS;
    }

    private static boolean left(Seen seen) {
        return seen.returned(SocketCall.READ).filter(Seen.byServer()).filter(Seen.moving(0)).count() >= CLIENTS;
    }
}
