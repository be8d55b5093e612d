package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// The length first: the server says how many bytes its answer has, and sends them when the client has heard that.
public final class Command implements Lesson.Stream {
    private static final int BUFFER = 1024;
    private static final String EXIT = "exit";
    private static final String START = "Start";
    private static final String EXPECTED = "expected Start";
    private static final Pattern READY = Pattern.compile("ready\\|(\\d{1,9})");

    private final Commands commands;

    /// @param folder what `ls` shows
    public Command(Path folder, Clock clock) {
        this.commands = new Commands(folder, clock);
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public int port() {
        return 9001;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        while (true) {
            byte[] data = client.recv(BUFFER);
            String command = Requests.of(data);
            if (data.length == 0 || command.equals(EXIT)) {
                break;
            }
            byte[] output = commands.output(command).getBytes(UTF_8);
            client.sendAll(("ready|" + output.length).getBytes(UTF_8));
            byte[] start = client.recv(BUFFER, Incoming.PATIENCE);
            if (start.length == 0) {
                break;
            }
            client.sendAll(Requests.of(start).equals(START) ? output : EXPECTED.getBytes(UTF_8));
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        OptionalInt announced = OptionalInt.empty();
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            server.sendAll(line.get().getBytes(UTF_8));
            if (announced.isPresent() && line.get().equals(START)) {
                if (!output(server, announced.getAsInt(), console)) {
                    break;
                }
                announced = OptionalInt.empty();
                continue;
            }
            if (announced.isEmpty() && line.get().equals(EXIT)) {
                break;
            }
            String answer = new String(Requests.answer(server), UTF_8);
            if (answer.isEmpty()) {
                break;
            }
            console.print(answer);
            announced = announced(answer);
        }
    }

    /// Exactly as many bytes as were announced, in however many reads they come.
    ///
    /// @return whether all of them came
    private static boolean output(StreamSocket server, int size, Console console) throws IOException {
        for (int left = size; left > 0;) {
            byte[] data = server.recv(Math.min(BUFFER, left));
            if (data.length == 0) {
                return false;
            }
            console.print(new String(data, UTF_8));
            left -= data.length;
        }
        return true;
    }

    private static OptionalInt announced(String answer) {
        Matcher ready = READY.matcher(answer.strip());
        return ready.matches() ? OptionalInt.of(Integer.parseInt(ready.group(1))) : OptionalInt.empty();
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.command.goal.length", Command::sentAsManyAsAnnounced),
                new Goal("lab.command.goal.not-found", seen -> seen.returned(SocketCall.WRITE)
                        .filter(Seen.byServer()).anyMatch(write -> seen.text(write).contains(": not found"))),
                new Goal("lab.command.goal.expected", seen -> seen.returned(SocketCall.WRITE)
                        .filter(Seen.byServer()).anyMatch(write -> seen.text(write).equals(EXPECTED))));
    }

    private static boolean sentAsManyAsAnnounced(Seen seen) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer()).anyMatch(write -> {
            OptionalInt announced = announced(seen.text(write));
            Seen then = seen.after(write).only(write.connection());
            Optional<TraceEvent> start = then.returned(SocketCall.READ).findFirst()
                    .filter(read -> seen.text(read).strip().equals(START));
            return announced.isPresent() && start.map(then::after).stream()
                    .flatMap(after -> after.returned(SocketCall.WRITE)).findFirst()
                    .filter(Seen.moving(announced.getAsInt())).isPresent();
        });
    }
}
