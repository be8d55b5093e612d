package tincan.lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tincan.lab.LabClient;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.Person;
import tincan.lab.Python;
import tincan.trace.SocketCall;

/// Bodies from nothing to 100 MiB, in one piece, byte by byte, and with everything at once, to and from programs
/// in Python.
@Timeout(240)
final class BodiesTest {
    private static final Path PROGRAM = Path.of("src/test/resources/tincan/lab/bulk.py");

    @TempDir
    private Path folder;

    private final LabStand stand = new LabStand();
    private final Person ada = new Person();

    @AfterEach
    void close() {
        stand.close();
    }

    private Lesson lesson(String name) {
        return new Lessons(folder, LabStand.CLOCK).named(name).orElseThrow();
    }

    private int port(String name) throws Exception {
        LabServer server = stand.serve(lesson(name));
        return ((InetSocketAddress) server.address()).getPort();
    }

    @ParameterizedTest
    @CsvSource({"0,one", "0,bytes", "0,all", "1,one", "1,bytes", "1,all", "2000,bytes", "2000,all", "1048576,one",
            "1048576,all", "104857600,one", "104857600,all"})
    void aBodyIsTakenWhole(int size, String mode) throws Exception {
        try (Python client = Python.start(PROGRAM, "upload", size, mode, port("upload"))) {
            List<String> printed = client.printsAll();

            assertEquals(List.of("{\"status\": 200}", "recv success"), printed.subList(0, 2));
            assertEquals(printed.getLast(), digest(folder.resolve("upload", "a.bin")));
            assertEquals(List.of("a.bin"), files());
        }
    }

    private static String digest(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long _ = in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("upload"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,one", "1,one", "2000,bytes", "1048576,one"})
    void aStreamIsCountedToItsEnd(int size, String mode) throws Exception {
        try (Python client = Python.start(PROGRAM, "half-close", size, mode, port("half-close"))) {
            List<String> printed = client.printsAll();

            assertEquals(printed.getLast() + " lines, " + size + " bytes", printed.getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,one", "1,one", "2000,bytes", "1048576,one"})
    void exactlyAsMuchAsAnnouncedIsRead(int size, String mode) throws Exception {
        try (Python server = Python.start(PROGRAM, "command-server", size, mode)) {
            LabClient client = use("command", server);
            ada.types("date");
            assertEquals("ready|" + size, ada.sees());

            ada.types("Start", "exit");

            assertEquals("a".repeat(size), ada.seesText(size));
            LabStand.awaitLeft(client);
            assertEquals(List.of("exit"), server.printsAll());
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "1048576"})
    void aBodyIsSentWhole(int size) throws Exception {
        try (Python server = Python.start(PROGRAM, "upload-server", size, "one")) {
            LabClient client = use("upload", server);
            assertEquals("Welcome", ada.sees());
            ada.types("{\"action\": \"put\", \"filename\": \"a\", \"filesize\": " + size + "}");
            if (size > 0) {
                assertEquals("{\"status\": 200}", ada.sees());
                ada.types("a".repeat(size / 2), "a".repeat(size - size / 2));
            }

            assertEquals("recv success", size > 0 ? ada.sees() : ada.seesText(27).substring(15));
            assertEquals(List.of("0"), server.printsAll());
            client.close();
            ada.ends();
        }
    }

    private LabClient use(String name, Python server) throws Exception {
        int port = Integer.parseInt(server.prints());
        return stand.use(lesson(name), new InetSocketAddress("127.0.0.1", port), ada);
    }

    @Test
    void nothingIsLeftOfABodyThatBrokeOff() throws Exception {
        LabServer server = stand.serve(lesson("upload"));
        LabClient client = stand.use(lesson("upload"), server.address(),
                ada.types("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": 5}"));
        assertEquals(List.of(Welcome.GREETING, "{\"status\": 200}"), ada.sees(2));
        ada.types("Hel");
        ada.ends();
        LabStand.awaitLeft(client);
        stand.await(() -> stand.seen().only("server-1").returned(SocketCall.CLOSE).findAny().isPresent(),
                "the server has let it go");

        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"action\": \"get\"} | no such action",
            "{\"action\": \"put\", \"filename\": \"../a\", \"filesize\": 1} | bad name",
            "{\"action\": \"put\", \"filename\": 1, \"filesize\": 1} | bad name",
            "{\"action\": \"put\", \"filename\": \"a\", \"filesize\": \"1\"} | bad size", "GET / HTTP/1.1 | not JSON",
            "[] | not JSON"})
    void whatCannotBeTakenIsRefusedInWords(String header, String reason) throws Exception {
        LabServer server = stand.serve(lesson("upload"));
        LabClient _ = stand.use(lesson("upload"), server.address(), ada.types(header));

        assertEquals(List.of(Welcome.GREETING, "{\"status\": 400, \"reason\": \"" + reason + "\"}"), ada.sees(2));
    }
}
