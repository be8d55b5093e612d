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

/// Both may speak at any time: one thread of each side reads, another writes.
public final class Free implements Lesson.Stream {
    private static final String BYE = "bye";

    @Override
    public String name() {
        return "free";
    }

    @Override
    public int port() {
        return 9005;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        talk(client, console);
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        talk(server, console);
    }

    private static void talk(StreamSocket other, Console console) throws IOException {
        Thread writer = Thread.ofVirtual().name("lab free " + other.name() + " writer")
                .start(() -> write(other, console));
        try {
            read(other, console);
        } finally {
            other.close();
            writer.interrupt();
        }
    }

    private static void read(StreamSocket other, Console console) throws IOException {
        Incoming incoming = new Incoming(other);
        while (true) {
            Optional<String> heard = incoming.line();
            if (heard.isEmpty()) {
                console.tell("lab.told.closed");
                break;
            }
            console.print(heard.get());
            if (heard.get().equals(BYE)) {
                break;
            }
        }
    }

    private static void write(StreamSocket other, Console console) {
        try {
            String said = "";
            while (!said.equals(BYE)) {
                said = console.readLine().filter(line -> !line.isEmpty()).orElse(BYE);
                if (!other.isOpen()) {
                    return;
                }
                other.sendAll((said + "\n").getBytes(UTF_8));
            }
            other.shutdown();
        } catch (SocketTrouble e) {
            // the reader finds the same
        }
    }

    @Override
    public boolean serverTypes() {
        return true;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.free.goal.client", seen -> twiceInARow(seen, SocketCall.READ, SocketCall.WRITE)),
                new Goal("lab.free.goal.server", seen -> twiceInARow(seen, SocketCall.WRITE, SocketCall.READ)),
                new Goal("lab.free.goal.bye", Turns::saidBye));
    }

    /// At the server two lines came, or left, with nothing in the other direction between them.
    private static boolean twiceInARow(Seen seen, SocketCall call, SocketCall other) {
        return seen.accepted().stream().map(seen::only).anyMatch(one -> {
            long after = 0;
            int lines = 0;
            for (TraceEvent event : one.returned(call).toList()) {
                long last = after;
                boolean between = one.returned(other).filter(each -> each.what().bytes() > 0)
                        .anyMatch(each -> each.number() > last && each.number() < event.number());
                lines = (between ? 0 : lines) + (int) one.text(event).chars().filter(sign -> sign == '\n').count();
                after = event.number();
                if (lines >= 2) {
                    return true;
                }
            }
            return false;
        });
    }
}
