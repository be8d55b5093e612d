package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// A stream has no messages: three sends become one read, one send becomes three, and four framings bring order.
public final class Sticky implements Lesson.Stream {
    private static final int BUFFER = 1024;
    private static final int SMALL_BUFFER = 4;
    private static final String THREE = "three";
    private static final String PIECES = "pieces";
    private static final String EXIT = "exit";
    private static final String OK = "ok";
    private static final String REFUSED = "refused: ";
    private static final List<String> MESSAGES = List.of("one", "two", "three");
    private static final String ONE_MESSAGE = "twelve bytes";
    /// The server reads when all has come, or after so long.
    private static final Duration TOGETHER = Duration.ofSeconds(2);
    private static final int MOST_MESSAGES = 1000;
    /// An answer is no longer than this, in characters.
    private static final int LONGEST_ANSWER = 1 << 20;

    @Override
    public String name() {
        return "sticky";
    }

    @Override
    public int port() {
        return 9002;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        Incoming incoming = new Incoming(client);
        while (true) {
            Optional<String> choice = incoming.line().filter(line -> !line.equals(EXIT));
            if (choice.isEmpty()) {
                break;
            }
            Optional<Framing> framing = Framing.named(choice.get());
            if (framing.isEmpty() && !choice.get().equals(THREE) && !choice.get().equals(PIECES)) {
                client.sendAll((REFUSED + "unknown choice\n").getBytes(UTF_8));
                continue;
            }
            client.sendAll((OK + "\n").getBytes(UTF_8));
            Optional<String> answer = switch (choice.get()) {
                case THREE -> oneRead(incoming);
                case PIECES -> pieces(incoming);
                default -> framed(framing.orElseThrow(), incoming);
            };
            if (answer.isEmpty()) {
                break;
            }
            client.sendAll((answer.get() + "\n").getBytes(UTF_8));
            if (answer.get().startsWith(REFUSED)) {
                break;
            }
        }
    }

    /// Waits until all three have come, and then receives once.
    private static Optional<String> oneRead(Incoming incoming) throws IOException {
        incoming.await(String.join("", MESSAGES).length(), TOGETHER);
        byte[] data = incoming.some(BUFFER);
        return data.length == 0
                ? Optional.empty()
                : Optional.of("one read: %d bytes, %s".formatted(data.length, PythonBytes.of(data)));
    }

    /// Waits until all of it has come, and then receives little at a time.
    private static Optional<String> pieces(Incoming incoming) throws IOException {
        incoming.await(ONE_MESSAGE.length(), TOGETHER);
        List<String> pieces = new ArrayList<>();
        for (int left = ONE_MESSAGE.length(); left > 0;) {
            byte[] data = incoming.some(Math.min(SMALL_BUFFER, left));
            if (data.length == 0) {
                return Optional.empty();
            }
            pieces.add(PythonBytes.of(data));
            left -= data.length;
        }
        return Optional.of("%d reads: %s".formatted(pieces.size(), String.join(" ", pieces)));
    }

    private static Optional<String> framed(Framing framing, Incoming incoming) throws IOException {
        StringBuilder shown = new StringBuilder();
        int bytes = 0;
        for (int count = 0; count <= MOST_MESSAGES && shown.length() < LONGEST_ANSWER; count++) {
            Optional<Framing.Next> next = framing.next(incoming);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            switch (next.get()) {
                case Framing.Message message -> {
                    shown.append(' ').append(message.shown());
                    bytes += message.framing();
                }
                case Framing.Broken broken -> {
                    return Optional.of(REFUSED + broken.why());
                }
                case Framing.End() -> {
                    return Optional.of("%d messages, %d bytes of framing:%s".formatted(count, bytes, shown));
                }
            }
        }
        return Optional.of(REFUSED + "too many messages");
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        Incoming incoming = new Incoming(server);
        while (true) {
            Optional<String> choice = console.readLine().filter(said -> !said.isEmpty());
            if (choice.isEmpty()) {
                break;
            }
            server.sendAll((choice.get() + "\n").getBytes(UTF_8));
            if (choice.get().equals(EXIT)) {
                break;
            }
            Optional<String> answer = incoming.line();
            if (answer.equals(Optional.of(OK))) {
                send(choice.get(), server);
                answer = incoming.line();
            }
            if (answer.isEmpty()) {
                break;
            }
            console.print(answer.get());
        }
    }

    private static void send(String choice, StreamSocket server) throws IOException {
        switch (choice) {
            case THREE -> {
                for (String message : MESSAGES) {
                    server.sendAll(message.getBytes(UTF_8));
                }
            }
            case PIECES -> server.sendAll(ONE_MESSAGE.getBytes(UTF_8));
            default -> {
                Optional<Framing> framing = Framing.named(choice);
                if (framing.isPresent()) {
                    send(framing.get(), server);
                }
            }
        }
    }

    private static void send(Framing framing, StreamSocket server) throws IOException {
        for (String message : MESSAGES) {
            server.sendAll(framing.encode(message));
        }
        server.sendAll(framing.end());
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.sticky.goal.one-read", seen -> said(seen, "one read: 11 ") > 0),
                new Goal("lab.sticky.goal.pieces", seen -> said(seen, "3 reads: ") > 0),
                new Goal("lab.sticky.goal.framed", seen -> said(seen, "3 messages, ") >= Framing.values().length));
    }

    /// How many different answers begin so.
    private static long said(Seen seen, String beginning) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer()).map(seen::text)
                .filter(text -> text.startsWith(beginning)).distinct().count();
    }
}
