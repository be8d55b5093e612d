package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;

/// What the programs of the tutorials do that know nothing of framing: one `recv` is one message, and mostly they
/// are lucky.
final class Requests {
    /// A longer answer comes in pieces, in bytes: some servers never stop.
    static final int LONGEST_ANSWER = 64 * 1024;

    private Requests() {}

    /// A request as a server gets it: what one `recv` brings, without the line's end that `nc` and `telnet` send.
    ///
    /// @param data what came
    static String of(byte[] data) {
        return new String(data, UTF_8).strip();
    }

    /// An answer that does not say how long it is: what one `recv` brings, and what else has come by then, up to
    /// [#LONGEST_ANSWER].
    ///
    /// @return nothing if no more will come
    static byte[] answer(StreamSocket server) throws SocketTrouble {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        do {
            byte[] data = server.recv(Incoming.BUFFER);
            if (data.length == 0) {
                break;
            }
            all.writeBytes(data);
        } while (server.available() > 0 && all.size() < LONGEST_ANSWER);
        return all.toByteArray();
    }

    /// Lets time pass; an interrupt ends it.
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
