package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;
import tincan.voice.Speech;

/// The ways of a guest's voice, on a network that lets datagrams through, or not.
@Timeout(120)
final class VoicePathTest {
    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private final EventLog guestLog = EventLog.usual();
    private final HeldSound sound = new HeldSound(longSpeech());
    private final List<AutoCloseable> open = new ArrayList<>();
    private HostSession host;
    private GuestSession guest;

    /// It goes on while ways are found and lost.
    private static short[] longSpeech() {
        short[] once = Speech.recording();
        short[] all = Arrays.copyOf(once, 6 * once.length);
        for (int at = once.length; at < all.length; at += once.length) {
            System.arraycopy(once, 0, all, at, once.length);
        }
        return all;
    }

    @BeforeEach
    void host() throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH)).onLoopback(),
                EventLog.off());
        host.start(hostEar);
        open.add(host);
        host.joinVoice(HeldSound.silent());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /// By a network that carries no datagrams.
    private InetAddress network(UnaryOperator<String> wording) throws Exception {
        InetAddress at = InetAddress.getByName("127.0.0.2");
        CuttingProxy streams = new CuttingProxy(at, host.port(), wording);
        open.add(streams);
        guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.2", streams.port(), ""), "Bob"), guestLog);
        guest.start(guestEar);
        open.add(guest);
        guest.joinVoice(sound);
        return at;
    }

    private void awaitPath(VoicePath path) throws InterruptedException {
        guestEar.await(_ -> guest.voice().orElseThrow().path() == path, "voice by " + path);
    }

    private void assertHeardByTheHost() throws InterruptedException {
        sound.speak();
        hostEar.await(_ -> host.voice().orElseThrow().talkers().equals(Set.of(guest.self().member())), "Bob's voice");
    }

    @Test
    void datagramsThatGetThroughLaterAreUsedFromThenOn() throws Exception {
        InetAddress network = network(bytes -> bytes);
        awaitPath(VoicePath.CONNECTION);
        try (DatagramBridge _ = new DatagramBridge(network, host.port())) {
            awaitPath(VoicePath.DATAGRAMS);
            assertHeardByTheHost();
        }
        awaitPath(VoicePath.CONNECTION);
        assertHeardByTheHost();
    }

    @Test
    void aHostThatTakesNoDatagramsIsSentNone() throws Exception {
        network(bytes -> bytes.replaceAll("(\"port\":)\\d{4}(\\d)", "$1    0"));
        awaitPath(VoicePath.CONNECTION);
        assertHeardByTheHost();

        assertTrue(guestLog.since(0, Integer.MAX_VALUE - 1).stream()
                .noneMatch(event -> event.what() instanceof TraceEvent.Datagram), "a datagram was sent");
    }

    @Test
    void whereThereIsNoSocketForDatagramsThereIsNoPort() {
        try (VoiceSocket socket = VoiceSocket.host(Optional.of("192.0.2.1"), 0, EventLog.off(), (_, _, _) -> {
        })) {
            assertEquals(0, socket.port());
            socket.start();
        }
    }
}
