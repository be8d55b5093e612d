package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.UdpSocket;
import tincan.trace.SocketCall;

/// What a network may do: datagrams are lost, late or doubled, and only their numbers can tell. The word that ends the
/// series may be lost as well, so the client says it again.
public final class Loss implements Lesson.Datagram {
    private static final int BUFFER = 1024;
    private static final String END = "end";
    private static final int TRIES = 5;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    /// Of so many senders the numbers are kept, the newest.
    private static final int SENDERS = 100;

    @Override
    public String name() {
        return "loss";
    }

    @Override
    public int port() {
        return 9010;
    }

    @Override
    public StreamOptions clientOptions() {
        return StreamOptions.USUAL.withTimeout(UdpOk.TIMEOUT);
    }

    @Override
    public void serve(UdpSocket socket, Console console) throws IOException {
        Map<InetSocketAddress, Series> senders = new LinkedHashMap<>();
        while (true) {
            UdpSocket.Received datagram = socket.recvfrom(BUFFER);
            Series series = senders.computeIfAbsent(datagram.from(), _ -> new Series());
            String said = Requests.of(datagram.data());
            if (NUMBER.matcher(said).matches()) {
                series.add(Integer.parseInt(said));
            } else if (said.equals(END)) {
                socket.sendto(series.report().getBytes(UTF_8), datagram.from());
            }
            if (senders.size() > SENDERS) {
                senders.remove(senders.keySet().iterator().next());
            }
        }
    }

    @Override
    public void use(UdpSocket socket, InetSocketAddress server, Console console) throws IOException {
        for (int number = 1; number <= Series.LENGTH; number++) {
            socket.sendto(String.valueOf(number).getBytes(UTF_8), server);
        }
        for (int i = 0; i < TRIES; i++) {
            socket.sendto(END.getBytes(UTF_8), server);
            Optional<byte[]> report = UdpOk.answer(socket);
            if (report.isPresent()) {
                console.print(new String(report.get(), UTF_8));
                return;
            }
            console.tell("lab.told.no-answer");
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.loss.goal.all", seen -> reported(seen, "10 of 10")),
                new Goal("lab.loss.goal.missing", seen -> reported(seen, ".*missing.*")),
                new Goal("lab.loss.goal.other", seen -> reported(seen, ".*(late|twice).*")));
    }

    private static boolean reported(Seen seen, String pattern) {
        return seen.returned(SocketCall.SEND_TO).filter(Seen.byServer()).map(seen::text)
                .anyMatch(text -> text.matches("got " + pattern));
    }
}
