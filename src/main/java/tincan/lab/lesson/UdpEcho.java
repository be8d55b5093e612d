package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.UdpSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// A datagram stays whole: two are never read as one, and what the buffer has no room for is gone. Nothing ends by
/// itself, so both have a word for it.
public final class UdpEcho implements Lesson.Datagram {
    private static final int BUFFER = 1024;
    private static final String BYE = "bye";

    @Override
    public String name() {
        return "udp-echo";
    }

    @Override
    public int port() {
        return 3000;
    }

    @Override
    public StreamOptions clientOptions() {
        return StreamOptions.USUAL.withTimeout(UdpOk.TIMEOUT);
    }

    @Override
    public void serve(UdpSocket socket, Console console) throws IOException {
        while (true) {
            UdpSocket.Received datagram = socket.recvfrom(BUFFER);
            socket.sendto(datagram.data(), datagram.from());
            if (Requests.of(datagram.data()).equals(BYE)) {
                break;
            }
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
            UdpOk.answer(socket).ifPresentOrElse(data -> console.print(new String(data, UTF_8)),
                    () -> console.tell("lab.told.no-answer"));
            if (line.get().equals(BYE)) {
                break;
            }
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.udp-echo.goal.whole", UdpEcho::twoWereEchoed),
                new Goal("lab.udp-echo.goal.cut", UdpEcho::oneWasCutOff),
                new Goal("lab.udp-echo.goal.bye", UdpEcho::ended));
    }

    private static boolean twoWereEchoed(Seen seen) {
        List<Integer> came = sizes(seen, SocketCall.RECEIVE_FROM);
        return came.size() >= 2 && came.equals(sizes(seen, SocketCall.SEND_TO));
    }

    private static List<Integer> sizes(Seen seen, SocketCall call) {
        return seen.returned(call).filter(Seen.byServer()).map(event -> event.what().bytes()).toList();
    }

    /// A client got less than the datagram that it had sent.
    private static boolean oneWasCutOff(Seen seen) {
        return seen.returned(SocketCall.SEND_TO).filter(Seen.byClient()).anyMatch(sent -> seen.after(sent)
                .only(sent.connection()).returned(SocketCall.RECEIVE_FROM).findFirst()
                .filter(back -> isShorter(seen, back, sent)).isPresent());
    }

    private static boolean isShorter(Seen seen, TraceEvent back, TraceEvent sent) {
        return back.what().bytes() < sent.what().bytes() && seen.text(sent).startsWith(seen.text(back));
    }

    private static boolean ended(Seen seen) {
        return seen.returned(SocketCall.SEND_TO).filter(Seen.byServer())
                .filter(sent -> seen.text(sent).strip().equals(BYE))
                .anyMatch(sent -> seen.after(sent).returned(SocketCall.CLOSE).anyMatch(Seen.byServer()));
    }
}
