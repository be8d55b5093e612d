package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;

/// What comes over a stream, for who wants lines or a number of bytes: a `recv` may bring less than was asked for, or
/// the beginning of what comes next, which is kept here. Owner: the thread that receives.
final class Incoming {
    /// How much one `recv` takes, in bytes.
    static final int BUFFER = 1024;
    /// A longer line comes in pieces of so many bytes.
    static final int LONGEST_LINE = 4096;
    /// Who has begun to say something has so long for each next part of it.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StreamSocket socket;
    private byte[] kept = {};

    Incoming(StreamSocket socket) {
        this.socket = socket;
    }

    /// The next line without its end.
    ///
    /// @return nothing if no more will come
    Optional<String> line() throws SocketTrouble {
        byte[] line = rawLine();
        return line.length == 0 ? Optional.empty() : Optional.of(withoutEnd(new String(line, UTF_8)));
    }

    /// The next line with its end, if it has one: the last may have none, and neither has one that is too long.
    ///
    /// @return nothing if no more will come
    byte[] rawLine() throws SocketTrouble {
        int end = lineEnd(0);
        while (end == 0 && kept.length < LONGEST_LINE) {
            int looked = kept.length;
            if (!receive(looked > 0)) {
                return taken(kept.length);
            }
            end = lineEnd(looked);
        }
        return taken(end == 0 ? LONGEST_LINE : Math.min(end, LONGEST_LINE));
    }

    /// Gives bytes to an object until it is whole, or broken, or no more will come.
    JsonObject.State object(JsonObject object) throws SocketTrouble {
        JsonObject.State state = JsonObject.State.OPEN;
        while (state == JsonObject.State.OPEN) {
            if (kept.length == 0 && !receive(object.isBegun())) {
                break;
            }
            int used = 0;
            while (state == JsonObject.State.OPEN && used < kept.length) {
                state = object.feed(kept[used++]);
            }
            byte[] _ = taken(used);
        }
        return state;
    }

    /// As many bytes; fewer if no more will come.
    byte[] exactly(int count) throws SocketTrouble {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < count) {
            if (kept.length == 0 && !receive(all.size() > 0)) {
                break;
            }
            all.writeBytes(taken(Math.min(kept.length, count - all.size())));
        }
        return all.toByteArray();
    }

    /// What one `recv` with a buffer of that size brings, or what an earlier one brought too much.
    ///
    /// @return nothing if no more will come
    byte[] some(int size) throws SocketTrouble {
        return kept.length > 0 ? taken(Math.min(size, kept.length)) : socket.recv(size, PATIENCE);
    }

    /// How many bytes have come.
    int there() throws SocketTrouble {
        return kept.length + socket.available();
    }

    /// Waits until so many bytes have come, or for so long.
    void await(int count, Duration longest) throws SocketTrouble {
        socket.await(count - kept.length, longest);
    }

    /// @param inside whether the other end has begun to say something
    private boolean receive(boolean inside) throws SocketTrouble {
        byte[] more = inside ? socket.recv(BUFFER, PATIENCE) : socket.recv(BUFFER);
        int before = kept.length;
        kept = Arrays.copyOf(kept, before + more.length);
        System.arraycopy(more, 0, kept, before, more.length);
        return more.length > 0;
    }

    /// Where the first line ends, counted behind its end; 0 if it does not yet.
    private int lineEnd(int from) {
        for (int i = from; i < kept.length; i++) {
            if (kept[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private byte[] taken(int count) {
        byte[] first = Arrays.copyOf(kept, count);
        kept = Arrays.copyOfRange(kept, count, kept.length);
        return first;
    }

    private static String withoutEnd(String line) {
        String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
