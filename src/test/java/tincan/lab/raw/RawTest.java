package tincan.lab.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.lab.LabClient;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.Person;
import tincan.lab.lesson.HalfClose;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

@Timeout(120)
final class RawTest {
    private final LabStand stand = new LabStand();
    private final Person ada = new Person();

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void bothSidesSpeakAsTheyLike() throws Exception {
        Lesson raw = new RawStream(RawOptions.USUAL);
        LabServer server = stand.serve(raw);
        LabClient client = stand.use(raw, server.address(), ada.types("one"));
        assertEquals("one", stand.host().sees());
        stand.host().types("two");
        assertEquals("two", ada.sees());

        ada.ends();

        assertEquals("lab.told.closed", stand.host().sees());
        assertEquals("lab.told.closed", ada.sees());
        LabStand.awaitLeft(client);
    }

    @Test
    void aSideNoticesAtOnceThatTheOtherHasClosedAndLosesNoLineTypedLater() throws Exception {
        LabServer server = stand.serve(new RawStream(RawOptions.USUAL));
        try (StreamSocket first = stand.connect(server)) {
            first.sendAll("hi".getBytes(UTF_8));
            assertEquals("hi", stand.host().sees());
        }
        assertEquals("lab.told.closed", stand.host().sees());
        stand.await(() -> stand.seen().only("server-1").returned(SocketCall.CLOSE).findAny().isPresent(), "closed");

        stand.host().types("for the next");

        try (StreamSocket second = stand.connect(server)) {
            assertEquals("for the next\n", new String(second.recv(1024), UTF_8));
        }
    }

    @Test
    void aClientHearsWhatComesAfterItHasSaidAll() throws Exception {
        LabServer server = stand.serve(new HalfClose());
        LabClient client = stand.use(new RawStream(RawOptions.USUAL), server.address(), ada.types("one", "two").ends());

        assertEquals("2 lines, 8 bytes", ada.sees());
        LabStand.awaitLeft(client);
    }

    @Test
    void hexIsSentAsBytesAndWhatIsNoneIsTold() throws Exception {
        RawOptions hex = new RawOptions(RawOptions.Input.HEX, RawOptions.LineEnd.NONE);
        LabServer server = stand.serve(new RawStream(RawOptions.USUAL));
        LabClient client = stand.use(new RawStream(hex), server.address(), ada.types("no", "00 ff").ends());

        assertEquals("00 ff", stand.host().sees());
        assertEquals("lab.told.no-hex", ada.sees());
        LabStand.awaitLeft(client);
    }

    @Test
    void datagramsGoBothWaysToWhoeverSpokeLast() throws Exception {
        Lesson raw = new RawDatagram(RawOptions.USUAL.withLineEnd(RawOptions.LineEnd.NONE));
        LabServer server = stand.serve(raw);
        stand.host().types("too early");
        assertEquals("lab.told.to-nobody", stand.host().sees());
        LabClient client = stand.use(raw, server.address(), ada.types("one"));
        assertEquals("lab.told.from", stand.host().sees());
        assertEquals("one", stand.host().sees());

        stand.host().types("two");

        assertEquals("two", ada.sees());
        ada.ends();
        LabStand.awaitLeft(client);
    }
}
