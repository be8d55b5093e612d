package tincan.lab.lesson;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.ServerOptions;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Ended;

/// Connected, but not yet accepted: the server of [Echo], which accepts only at a step. The system connects clients by
/// itself, as many as the backlog has room for.
public final class Backlog implements Lesson.Stream {
    private static final int CLIENTS = 2;
    /// A client waits in `connect` until there is room.
    private static final Duration CONNECT = Duration.ofSeconds(60);

    private final Echo echo = new Echo();

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public int port() {
        return 9007;
    }

    @Override
    public ServerOptions options() {
        return ServerOptions.at(port()).withServing(ServerOptions.Serving.THREAD)
                .withListen(ListenOptions.USUAL.withBacklog(1)).withHeld(Set.of(SocketCall.ACCEPT));
    }

    @Override
    public StreamOptions clientOptions() {
        return StreamOptions.USUAL.withConnect(CONNECT);
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        echo.serve(client, console);
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        console.tell("lab.backlog.told.connected");
        echo.use(server, console);
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.backlog.goal.connected", Backlog::twoConnectedBeforeAccept),
                new Goal("lab.backlog.goal.waited", Backlog::oneWaited),
                new Goal("lab.backlog.goal.accepted",
                        seen -> seen.returned(SocketCall.ACCEPT).filter(Seen.byServer()).count() > CLIENTS));
    }

    private static boolean twoConnectedBeforeAccept(Seen seen) {
        Seen until = seen.returned(SocketCall.ACCEPT).findFirst().map(seen::before).orElse(seen);
        return until.returned(SocketCall.CONNECT).filter(Seen.byClient()).count() >= CLIENTS;
    }

    /// An `accept` returned while a client was in `connect`, or its `connect` took too long.
    private static boolean oneWaited(Seen seen) {
        return seen.failed(SocketCall.CONNECT).anyMatch(Seen.byClient())
                || seen.returned(SocketCall.CONNECT).filter(Seen.byClient())
                        .anyMatch(connected -> seen.before(connected).returned(SocketCall.ACCEPT)
                                .anyMatch(accepted -> accepted.number() > began(connected)));
    }

    private static long began(TraceEvent event) {
        return event.what() instanceof Ended ended ? ended.began() : event.number();
    }
}
