package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.UdpSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// No connection: each datagram carries its address, one socket serves everybody, and an answer may never come.
public final class UdpOk implements Lesson.Datagram {
    private static final int BUFFER = 1024;
    private static final int CLIENTS = 2;
    /// A datagram may be lost: nobody waits for an answer for ever.
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "udp-ok";
    }

    @Override
    public int port() {
        return 9999;
    }

    @Override
    public StreamOptions clientOptions() {
        return StreamOptions.USUAL.withTimeout(TIMEOUT);
    }

    @Override
    public void serve(UdpSocket socket, Console console) throws IOException {
        while (true) {
            UdpSocket.Received datagram = socket.recvfrom(BUFFER);
            socket.sendto("OK".getBytes(UTF_8), datagram.from());
        }
    }

    @Override
    public void use(UdpSocket socket, InetSocketAddress server, Console console) throws IOException {
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            socket.sendto(line.get().getBytes(UTF_8), server);
            answer(socket).ifPresentOrElse(data -> console.print(new String(data, UTF_8)),
                    () -> console.tell("lab.told.no-answer"));
        }
    }

    /// What comes, if something does in the time given.
    static Optional<byte[]> answer(UdpSocket socket) throws SocketTrouble {
        try {
            return Optional.of(socket.recvfrom(BUFFER).data());
        } catch (SocketTrouble e) {
            if (e.kind() == SocketTrouble.Kind.TIMED_OUT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.udp-ok.goal.answered", UdpOk::twoWereAnswered),
                new Goal("lab.udp-ok.goal.silence", UdpOk::nobodyAnswered));
    }

    private static boolean twoWereAnswered(Seen seen) {
        return seen.returned(SocketCall.SEND_TO).filter(Seen.byServer()).map(UdpOk::peer).distinct()
                .count() >= CLIENTS;
    }

    private static String peer(TraceEvent event) {
        return event.what() instanceof TraceEvent.Datagram datagram ? datagram.address() : "";
    }

    private static boolean nobodyAnswered(Seen seen) {
        return seen.failed(SocketCall.RECEIVE_FROM).filter(Seen.byClient()).anyMatch(
                late -> seen.before(late).only(late.connection()).returned(SocketCall.SEND_TO).findAny().isPresent());
    }
}
