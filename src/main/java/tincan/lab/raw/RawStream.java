package tincan.lab.raw;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;

/// A connection without any protocol, as client or as server. The end of what is typed shuts down this direction; the
/// end of what comes ends it.
public final class RawStream implements Lesson.Stream {
    /// The port of both raw servers.
    public static final int PORT = 9011;
    private static final int BUFFER = 1024;

    private final Supplier<RawOptions> options;

    public RawStream(RawOptions options) {
        this(() -> options);
    }

    /// @param options asked for each line; any thread
    public RawStream(Supplier<RawOptions> options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        talk(client, console);
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        talk(server, console);
    }

    private void talk(StreamSocket other, Console console) throws IOException {
        Thread writer = Thread.ofVirtual().name("lab raw " + other.name() + " writer")
                .start(() -> write(other, console));
        try {
            read(other, console);
        } finally {
            other.close();
            writer.interrupt();
        }
    }

    private static void read(StreamSocket other, Console console) throws IOException {
        Shown shown = new Shown();
        while (true) {
            byte[] data = other.recv(BUFFER);
            if (data.length == 0) {
                break;
            }
            shown.next(data).ifPresent(console::print);
        }
        shown.last().ifPresent(console::print);
        console.tell("lab.told.closed");
    }

    private void write(StreamSocket other, Console console) {
        try {
            for (Optional<String> line = console.readLine(); line.isPresent(); line = console.readLine()) {
                Optional<byte[]> data = options.get().bytes(line.get());
                if (data.isEmpty()) {
                    console.tell("lab.told.no-hex", line.get());
                } else {
                    other.sendAll(data.get());
                }
            }
            if (other.isOpen()) {
                other.shutdown();
            }
        } catch (SocketTrouble e) {
            console.tell("lab.told.not-sent", e.said());
        }
    }

    @Override
    public boolean serverTypes() {
        return true;
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }
}
