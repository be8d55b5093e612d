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

/// Bytes in, bytes out: the server knows no letters, it adds to bytes.
public final class Upper implements Lesson.Stream {
    private static final int BUFFER = 1024;
    private static final String EXIT = "exit";

    @Override
    public String name() {
        return "upper";
    }

    @Override
    public int port() {
        return 9000;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        while (true) {
            byte[] data = client.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            client.sendAll(upper(data));
        }
    }

    /// As `bytes.upper()` of Python: only a to z change.
    static byte[] upper(byte[] data) {
        byte[] result = data.clone();
        for (int i = 0; i < result.length; i++) {
            if (result[i] >= 'a' && result[i] <= 'z') {
                result[i] = (byte) (result[i] - 'a' + 'A');
            }
        }
        return result;
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        while (true) {
            Optional<String> line = console.readLine().filter(said -> !said.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            server.sendAll(line.get().getBytes(UTF_8));
            byte[] data = server.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            console.print(new String(data, UTF_8));
            if (line.get().equals(EXIT)) {
                break;
            }
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.upper.goal.answered", seen -> answered(seen, "abc", "ABC")),
                new Goal("lab.upper.goal.bytes", Upper::answeredWithMoreBytesThanLetters),
                new Goal("lab.upper.goal.exit", seen -> answered(seen, EXIT, "EXIT")));
    }

    private static boolean answered(Seen seen, String said, String answer) {
        return seen.returned(SocketCall.READ).filter(Seen.byServer())
                .filter(read -> seen.text(read).strip().equals(said))
                .anyMatch(read -> seen.after(read).only(read.connection()).moved(SocketCall.WRITE, answer));
    }

    private static boolean answeredWithMoreBytesThanLetters(Seen seen) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer())
                .anyMatch(write -> seen.text(write).length() < write.what().bytes());
    }
}
