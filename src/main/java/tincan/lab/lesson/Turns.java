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

/// Walkie-talkie: each side says one line and then listens. Whoever is in `recv` cannot speak, and does not notice what
/// happens while the person thinks.
public final class Turns implements Lesson.Stream {
    private static final String BYE = "bye";

    @Override
    public String name() {
        return "turns";
    }

    @Override
    public int port() {
        return 9004;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        Incoming incoming = new Incoming(client);
        while (true) {
            if (!hear(incoming, console) || !say(client, console)) {
                break;
            }
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        Incoming incoming = new Incoming(server);
        while (true) {
            if (!say(server, console) || !hear(incoming, console)) {
                break;
            }
        }
    }

    /// The other side's turn.
    ///
    /// @return whether it goes on
    private static boolean hear(Incoming incoming, Console console) throws IOException {
        Optional<String> heard = incoming.line();
        if (heard.isEmpty()) {
            console.tell("lab.told.closed");
            return false;
        }
        console.print(heard.get());
        return !heard.get().equals(BYE);
    }

    /// This side's turn.
    ///
    /// @return whether it goes on; who has nothing to say says bye
    private static boolean say(StreamSocket other, Console console) throws IOException {
        String said = console.readLine().filter(line -> !line.isEmpty()).orElse(BYE);
        other.sendAll((said + "\n").getBytes(UTF_8));
        return !said.equals(BYE);
    }

    @Override
    public boolean serverTypes() {
        return true;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.turns.goal.alternate", Turns::twoEachInTurn),
                new Goal("lab.turns.goal.bye", Turns::saidBye));
    }

    /// One end of a connection heard, spoke, heard, spoke, and never twice the same.
    private static boolean twoEachInTurn(Seen seen) {
        return seen.accepted().stream().map(seen::only).anyMatch(one -> {
            List<Long> heard = numbers(one, SocketCall.READ);
            List<Long> said = numbers(one, SocketCall.WRITE);
            for (int i = 0; i < said.size(); i++) {
                if (i >= heard.size() || heard.get(i) > said.get(i)
                        || (i + 1 < heard.size() && heard.get(i + 1) < said.get(i))) {
                    return false;
                }
            }
            return said.size() >= 2;
        });
    }

    private static List<Long> numbers(Seen seen, SocketCall call) {
        return seen.returned(call).filter(event -> event.what().bytes() > 0).map(event -> event.number()).toList();
    }

    /// By either side, and heard or said at the server's.
    static boolean saidBye(Seen seen) {
        return seen.events().stream().filter(Seen.byServer()).map(seen::text)
                .anyMatch(text -> text.strip().equals(BYE) || text.endsWith("\n" + BYE + "\n"));
    }
}
