package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.session.VoiceStand.End;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;
import tincan.voice.Speech;

/// The ways of a guest's voice, on a network that lets datagrams through, or not.
@Timeout(120)
final class VoicePathTest {
    private VoiceStand stand;
    private End bob;

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
    void host() throws Exception {
        stand = new VoiceStand(Privacy.OPEN, Mode.CHAT, HeldSound.silent());
        stand.ada.joinVoice(VoicePath.DATAGRAMS);
    }

    @AfterEach
    void closeAll() throws Exception {
        stand.close();
    }

    /// By a network that carries no datagrams.
    private InetAddress network(UnaryOperator<String> wording) throws Exception {
        InetAddress at = InetAddress.getByName("127.0.0.2");
        CuttingProxy streams = stand.keep(new CuttingProxy(at, stand.host.port(), wording));
        bob = stand.join("Bob", new HeldSound(longSpeech()), new PeerAddress("127.0.0.2", streams.port(), ""));
        return at;
    }

    private void assertHeardByTheHost() throws InterruptedException {
        bob.sound.speak();
        stand.ada.ear.await(_ -> stand.ada.voice().talkers().equals(Set.of(bob.member())), "Bob's voice");
    }

    @Test
    void datagramsThatGetThroughLaterAreUsedFromThenOn() throws Exception {
        InetAddress network = network(bytes -> bytes);
        bob.joinVoice(VoicePath.CONNECTION);
        try (DatagramBridge _ = new DatagramBridge(network, stand.host.port())) {
            bob.awaitPath(VoicePath.DATAGRAMS);
            assertHeardByTheHost();
        }
        bob.awaitPath(VoicePath.CONNECTION);
        assertHeardByTheHost();
    }

    @Test
    void aHostThatTakesNoDatagramsIsSentNone() throws Exception {
        network(bytes -> bytes.replaceAll("(\"port\":)\\d{4}(\\d)", "$1    0"));
        bob.joinVoice(VoicePath.CONNECTION);
        assertHeardByTheHost();

        assertTrue(stand.guestLog.since(0, Integer.MAX_VALUE - 1).stream()
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
