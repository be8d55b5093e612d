package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Ended;

/// I have finished, but I still listen: the client shuts down its own direction, and so the server knows that it has
/// heard all. The client reads beside, so that it hears the answer whoever shut down.
public final class HalfClose implements Lesson.Stream {
    private static final int BUFFER = 1024;

    @Override
    public String name() {
        return "half-close";
    }

    @Override
    public int port() {
        return 9006;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        long lines = 0;
        long bytes = 0;
        while (true) {
            byte[] data = client.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            bytes += data.length;
            for (byte each : data) {
                lines += each == '\n' ? 1 : 0;
            }
        }
        client.sendAll("%d lines, %d bytes\n".formatted(lines, bytes).getBytes(UTF_8));
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        Thread writer = Thread.ofVirtual().name("lab half-close " + server.name() + " writer")
                .start(() -> write(server, console));
        try {
            Incoming incoming = new Incoming(server);
            for (Optional<String> line = incoming.line(); line.isPresent(); line = incoming.line()) {
                console.print(line.get());
            }
        } finally {
            server.close();
            writer.interrupt();
        }
    }

    private static void write(StreamSocket server, Console console) {
        try {
            while (true) {
                Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
                if (!server.isOpen()) {
                    return;
                }
                if (line.isEmpty()) {
                    break;
                }
                server.sendAll((line.get() + "\n").getBytes(UTF_8));
            }
            server.shutdown();
        } catch (SocketTrouble e) {
            // who reads finds the same
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.half-close.goal.end", HalfClose::answeredAfterTheEnd),
                new Goal("lab.half-close.goal.heard", HalfClose::heardAfterShutdown));
    }

    private static boolean answeredAfterTheEnd(Seen seen) {
        return seen.returned(SocketCall.READ).filter(Seen.byServer()).filter(Seen.moving(0))
                .anyMatch(end -> seen.before(end).only(end.connection()).returned(SocketCall.READ)
                        .anyMatch(read -> read.what().bytes() > 0)
                        && seen.after(end).only(end.connection()).returned(SocketCall.WRITE).findAny().isPresent());
    }

    private static boolean heardAfterShutdown(Seen seen) {
        return seen.returned(SocketCall.SHUTDOWN).filter(Seen.byClient())
                .anyMatch(shut -> seen.only(shut.connection()).returned(SocketCall.READ)
                        .anyMatch(read -> read.number() > began(shut) && read.what().bytes() > 0));
    }

    /// The answer may be read before the other thread's `shutdown` is told to have returned.
    private static long began(TraceEvent event) {
        return event.what() instanceof Ended ended ? ended.began() : event.number();
    }
}
