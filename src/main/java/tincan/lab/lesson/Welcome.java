package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.ServerOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// Who speaks first: here the server greets, and each client has a session of its own.
public final class Welcome implements Lesson.Stream {
    /// What the server says before it is asked.
    static final String GREETING = "Welcome to call 10086, please enter 1xxx, 0 to Manual service.";
    private static final String MANUAL = "You are through to Manual service.";
    private static final int BUFFER = 1024;
    private static final String EXIT = "exit";

    private final Commands commands;

    /// @param folder what `ls` shows
    public Welcome(Path folder, Clock clock) {
        this.commands = new Commands(folder, clock);
    }

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public int port() {
        return 9000;
    }

    @Override
    public ServerOptions options() {
        return ServerOptions.at(port()).withServing(ServerOptions.Serving.THREAD);
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        client.sendAll(GREETING.getBytes(UTF_8));
        while (true) {
            byte[] data = client.recv(BUFFER);
            String request = Requests.of(data);
            if (data.length == 0 || request.equals(EXIT)) {
                break;
            }
            String answer = request.equals("0") ? MANUAL : commands.output(request);
            client.sendAll(answer.getBytes(UTF_8));
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        byte[] greeting = Requests.answer(server);
        console.print(new String(greeting, UTF_8));
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            server.sendAll(line.get().getBytes(UTF_8));
            if (line.get().equals(EXIT)) {
                break;
            }
            byte[] answer = Requests.answer(server);
            if (answer.length == 0) {
                break;
            }
            console.print(new String(answer, UTF_8));
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.welcome.goal.greeted", Welcome::twoWereGreeted),
                new Goal("lab.welcome.goal.answered", Welcome::twoWereAnswered),
                new Goal("lab.welcome.goal.manual", seen -> seen.returned(SocketCall.WRITE)
                        .filter(Seen.byServer()).anyMatch(write -> seen.text(write).equals(MANUAL))));
    }

    /// The server wrote to each before it had read anything.
    private static boolean twoWereGreeted(Seen seen) {
        return seen.accepted().stream().map(seen::only).filter(one -> one.returned(SocketCall.WRITE).findFirst()
                .filter(greeting -> one.before(greeting).returned(SocketCall.READ).findAny().isEmpty())
                .isPresent()).count() >= 2;
    }

    private static boolean twoWereAnswered(Seen seen) {
        return seen.accepted().stream().map(seen::only)
                .filter(one -> one.returned(SocketCall.READ).anyMatch(
                        read -> read.what().bytes() > 0
                                && one.after(read).returned(SocketCall.WRITE).findAny().isPresent()))
                .count() >= 2;
    }
}
