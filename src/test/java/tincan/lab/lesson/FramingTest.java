package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.lab.LabStand;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.ListeningSocket;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.EventLog;

/// Framings and lines, over a real connection whose reader takes few bytes at a time.
final class FramingTest {
    private final Sockets sockets = new Sockets(EventLog.off());
    private ListeningSocket listening;
    private StreamSocket sender;
    private StreamSocket receiver;

    @BeforeEach
    void open() throws Exception {
        listening = sockets.listen("server", LabStand.ANY, ListenOptions.USUAL);
        connect();
    }

    private void connect() throws Exception {
        sender = sockets.connect("client", listening.address(), StreamOptions.USUAL);
        receiver = listening.accept();
    }

    @AfterEach
    void close() {
        sockets.close();
    }

    @ParameterizedTest
    @EnumSource
    void messagesComeWholeHoweverTheStreamIsCut(Framing framing) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> messages = List.of("one", "it's", "图", "a longer one");
        messages.forEach(message -> all.writeBytes(framing.encode(message)));
        all.writeBytes(framing.end());
        for (int size = 1; size <= all.size(); size++) {
            sender.sendAll(all.toByteArray());
            receiver.buffer(size);
            Incoming incoming = new Incoming(receiver);
            List<String> came = new ArrayList<>();
            Framing.Next next = framing.next(incoming).orElseThrow();
            while (next instanceof Framing.Message(String shown, int _)) {
                came.add(shown);
                next = framing.next(incoming).orElseThrow();
            }

            assertEquals(new Framing.End(), next);
            assertEquals(messages.stream().map(text -> PythonBytes.of(text.getBytes(UTF_8))).toList(), came);
            assertEquals(0, incoming.there(), "bytes left over");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatEndsInAMessageBringsNoMore(Framing framing) throws Exception {
        byte[] whole = framing.encode("one");
        for (int cut = 0; cut < whole.length; cut++) {
            connect();
            sender.sendAll(Arrays.copyOf(whole, cut));
            sender.shutdown();

            assertEquals(Optional.empty(), framing.next(new Incoming(receiver)), framing + " cut after " + cut);
        }
    }

    @Test
    void theBytesAreAsTheLessonSays() {
        assertArrayEquals("one\n".getBytes(UTF_8), Framing.NEWLINE.encode("one"));
        assertArrayEquals("one             ".getBytes(UTF_8), Framing.FIXED.encode("one"));
        assertArrayEquals(HexFormat.of().parseHex("000000036f6e65"), Framing.LENGTH.encode("one"));
        assertArrayEquals("{\"text\": \"one\"}\n".getBytes(UTF_8), Framing.JSON.encode("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00010001", "ffffffff", "47455420"})
    void aLengthThatIsTooLargeIsRefusedBeforeItIsRead(String head) throws Exception {
        sender.sendAll(HexFormat.of().parseHex(head));

        assertInstanceOf(Framing.Broken.class, Framing.LENGTH.next(new Incoming(receiver)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\n", "{}\n", "{\"text\": 1}\n", "{\"text\": \"a\"} b\n", "[]\n", "\n"})
    void aLineThatIsNoObjectWithATextIsRefused(String line) throws Exception {
        sender.sendAll(line.getBytes(UTF_8));

        assertInstanceOf(Framing.Broken.class, Framing.JSON.next(new Incoming(receiver)).orElseThrow());
    }

    @Test
    void aLineWithoutEndComesInPieces() throws Exception {
        byte[] line = ("a".repeat(Incoming.LONGEST_LINE + 10) + "\r\nb").getBytes(UTF_8);
        sender.sendAll(line);
        sender.shutdown();
        Incoming incoming = new Incoming(receiver);

        assertEquals(Optional.of("a".repeat(Incoming.LONGEST_LINE)), incoming.line());
        assertEquals(Optional.of("a".repeat(10)), incoming.line());
        assertEquals(Optional.of("b"), incoming.line());
        assertEquals(Optional.empty(), incoming.line());
    }
}
