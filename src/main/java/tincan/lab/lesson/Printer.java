package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.ServerOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// A server that says no: one printer for all clients, with little paper and little ink. A refusal is an answer like
/// any other.
public final class Printer implements Lesson.Stream {
    private static final int SHEETS = 5;
    private static final int INK = 40;
    private static final String EXIT = "exit";
    private static final String NO_PAPER = "refused: out of paper";
    private static final String NO_INK = "refused: no ink";

    /// Owner: the lock on this object, as the next two.
    private int sheets = SHEETS;
    /// Enough for so many characters.
    private int ink = INK;
    private int pages;

    @Override
    public String name() {
        return "printer";
    }

    @Override
    public int port() {
        return 9100;
    }

    @Override
    public ServerOptions options() {
        return ServerOptions.at(port()).withServing(ServerOptions.Serving.THREAD);
    }

    @Override
    public synchronized void begin() {
        sheets = SHEETS;
        ink = INK;
        pages = 0;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        Incoming incoming = new Incoming(client);
        while (true) {
            Optional<String> order = incoming.line().filter(line -> !line.equals(EXIT));
            if (order.isEmpty()) {
                break;
            }
            client.sendAll((answer(order.get()) + "\n").getBytes(UTF_8));
        }
    }

    private synchronized String answer(String line) {
        int space = line.indexOf(' ');
        String order = space < 0 ? line : line.substring(0, space);
        return switch (order) {
            case "print" -> printed(space < 0 ? "" : line.substring(space + 1));
            case "paper" -> {
                sheets = SHEETS;
                yield "loaded: " + sheets + " sheets";
            }
            case "ink" -> {
                ink = INK;
                yield "filled: ink for " + ink + " characters";
            }
            case "status" -> sheets + " sheets, ink for " + ink + " characters";
            default -> "refused: unknown order";
        };
    }

    private synchronized String printed(String text) {
        int characters = text.codePointCount(0, text.length());
        if (sheets == 0) {
            return NO_PAPER;
        }
        if (characters > ink) {
            return NO_INK;
        }
        sheets--;
        ink -= characters;
        return "printed: page " + ++pages + ", " + sheets + " sheets left";
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        Incoming incoming = new Incoming(server);
        while (true) {
            Optional<String> order = console.readLine().filter(said -> !said.isEmpty());
            if (order.isEmpty()) {
                break;
            }
            server.sendAll((order.get() + "\n").getBytes(UTF_8));
            if (order.get().equals(EXIT)) {
                break;
            }
            Optional<String> answer = incoming.line();
            if (answer.isEmpty()) {
                break;
            }
            console.print(answer.get());
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.printer.goal.paper", seen -> said(seen, NO_PAPER)),
                new Goal("lab.printer.goal.ink", seen -> said(seen, NO_INK)),
                new Goal("lab.printer.goal.again", seen -> seen.returned(SocketCall.WRITE).filter(Seen.byServer())
                        .filter(write -> seen.text(write).startsWith(NO_INK))
                        .anyMatch(no -> said(seen.after(no), "printed:"))));
    }

    private static boolean said(Seen seen, String beginning) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer())
                .anyMatch(write -> seen.text(write).startsWith(beginning));
    }
}
