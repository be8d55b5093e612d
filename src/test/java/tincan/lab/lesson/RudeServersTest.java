package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.lab.LabClient;
import tincan.lab.LabStand;
import tincan.lab.Person;

/// Servers that are not the lesson's: their clients say what they hear, and end.
@Timeout(60)
final class RudeServersTest {
    private final LabStand stand = new LabStand();
    private final Person ada = new Person();

    @AfterEach
    void close() {
        stand.close();
    }

    @FunctionalInterface
    private interface Manners {
        void serve(Socket client) throws IOException;
    }

    private static ServerSocket server(Manners manners) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(LabStand.ANY);
        Thread.ofVirtual().name("rude").start(() -> {
            try (Socket client = server.accept()) {
                manners.serve(client);
            } catch (IOException e) {
                // the client has left
            }
        });
        return server;
    }

    @Test
    void anAnswerWithoutAnEndIsShownInPieces() throws Exception {
        try (ServerSocket flood = server(client -> {
            OutputStream out = client.getOutputStream();
            while (true) {
                out.write(new byte[1 << 20]);
            }
        })) {
            LabClient client = stand.use(new Upload(Path.of("nowhere"), 1), flood.getLocalSocketAddress(),
                    ada);
            assertTrue(ada.sees().length() < Requests.LONGEST_ANSWER + Incoming.BUFFER, "one piece");
            client.close();
        }
    }

    @Test
    void whatNoClientKnowsMayBeOkAllTheSame() throws Exception {
        try (ServerSocket yes = server(client -> {
            client.getOutputStream().write("ok\nwell\n".getBytes(UTF_8));
            long _ = client.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            LabClient client = stand.use(new Sticky(), yes.getLocalSocketAddress(), ada.types("nonsense", "exit"));
            assertEquals("well", ada.sees());
            LabStand.awaitLeft(client);
        }
    }
}
