package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Connections that break while both sides speak.
@Timeout(120)
class ReconnectTest {
    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private HostSession host;
    private GuestSession guest;
    private CuttingProxy proxy;

    @BeforeEach
    void open() throws Exception {
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(hostEar);
        proxy = new CuttingProxy(host.port());
        guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", proxy.port(), ""), "Bob"),
                EventLog.off());
        guest.start(guestEar);
    }

    @AfterEach
    void close() throws Exception {
        guest.leave();
        host.leave();
        proxy.close();
    }

    @Test
    void whatIsSaidWhileTheConnectionIsDownArrivesOnceAndInOrder() throws Exception {
        proxy.down(true);
        guestEar.await(SessionEvent.StateChanged.class, changed -> changed.state() == LinkState.RECONNECTING, "a loss");
        assertInstanceOf(Sending.Accepted.class, guest.say("said in the dark"));
        host.say("can you hear me?");
        proxy.down(false);

        hostEar.awaitSaid("said in the dark");
        guestEar.awaitSaid("said in the dark");
        assertEquals(List.of("Ada: can you hear me?", "Bob: said in the dark"), guestEar.transcript());
        assertEquals(hostEar.transcript(), guestEar.transcript());
        assertEquals("Bob", guest.self().name());
    }

    @Test
    void manyCutsInTheMiddleOfFramesLoseNothing() throws Exception {
        int count = 3000;
        int cuts = 6;
        Thread hostTyping = Thread.ofVirtual().start(() -> say(host, count));
        Thread guestTyping = Thread.ofVirtual().start(() -> say(guest, count));
        for (int cut = 1; cut <= cuts; cut++) {
            hostEar.awaitSaidCount((long) cut * count / (cuts + 1));
            proxy.cut();
        }
        hostTyping.join();
        guestTyping.join();
        hostEar.awaitSaidCount(2L * count);
        guestEar.awaitSaidCount(2L * count);

        assertEquals(hostEar.transcript(), guestEar.transcript());
        for (String name : Arrays.asList("Ada", "Bob")) {
            assertEquals(IntStream.rangeClosed(1, count).mapToObj(n -> name + ": " + "text " + n).toList(),
                    guestEar.transcript().stream().filter(line -> line.startsWith(name)).toList());
        }
    }

    private static void say(Session session, int count) {
        try {
            for (int n = 1; n <= count; n++) {
                while (!(session.say("text " + n) instanceof Sending.Accepted)) {
                    session.awaitRoom();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRoomThatIsGoneIsTold() throws Exception {
        proxy.down(true);
        host.leave();
        HostSession other = new HostSession(
                HostOptions.open("Eve", "t", host.port(), Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        other.start(Session.NOBODY);
        proxy.down(false);
        guestEar.await(SessionEvent.StateChanged.class,
                changed -> changed.state() == LinkState.CLOSED && changed.reason() == EndReason.ROOM_GONE, "the end");
        other.leave();
    }
}
