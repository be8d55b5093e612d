package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.Label;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.export.Recording;

/// What the log has of voice.
@Timeout(60)
final class VoiceLogTest {
    private final EventLog log = EventLog.usual();

    /// So that a view of both shows where each of them went.
    @Test
    void bothEndsTellOfTheSamePackets() throws Exception {
        Recording recording = RecordedSession.spoken();
        List<Label> sent = voice(recording.ends().getLast(), SocketCall.SEND_TO);
        List<Label> received = voice(recording.ends().getFirst(), SocketCall.RECEIVE_FROM);
        assertEquals(sent.subList(0, received.size()), received);
        assertTrue(received.size() >= sent.size() - 1, "only the last may still be under way at the end");
        assertTrue(sent.size() > 5, sent::toString);
        assertTrue(sent.stream().allMatch(label -> label.number() % 10 == 0), sent::toString);
    }

    private static List<Label> voice(Recording.End end, SocketCall call) {
        return end.events().stream().map(TraceEvent::what).filter(Datagram.class::isInstance).map(Datagram.class::cast)
                .filter(datagram -> datagram.call() == call).map(Datagram::label)
                .filter(label -> label.kind().equals("VOICE") && label.sender() == 2).toList();
    }

    /// The bytes of each socket are counted by themselves: under one name, those of the second would stand in the place
    /// of the first one's.
    @Test
    void aGuestThatTakesPartAgainHasAnotherConnection() throws Exception {
        Ear ear = new Ear();
        HostSession host = new HostSession(
                HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(new Ear());
        GuestSession guest = new GuestSession(
                new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"), log);
        guest.start(ear);
        try {
            for (int time = 0; time < 2; time++) {
                guest.joinVoice(HeldSound.silent());
                ear.await(_ -> guest.voice().map(Voice::path).equals(Optional.of(VoicePath.DATAGRAMS)), "voice");
                guest.leaveVoice();
            }
        } finally {
            guest.leave();
            host.leave();
        }

        assertEquals(List.of("voice", "voice-2"),
                log.connections().keySet().stream().filter(name -> name.startsWith("voice")).toList());
        for (String name : List.of("voice", "voice-2")) {
            List<Datagram> datagrams = log.since(0, Integer.MAX_VALUE).stream()
                    .filter(event -> event.connection().equals(name) && event.what() instanceof Datagram)
                    .map(event -> (Datagram) event.what()).toList();
            assertTrue(datagrams.stream().anyMatch(one -> one.label().kind().equals("PING")), name);
            assertTrue(datagrams.stream().anyMatch(one -> one.label().kind().equals("PONG")), name);
        }
    }
}
