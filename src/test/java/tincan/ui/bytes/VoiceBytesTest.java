package tincan.ui.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.session.RecordedSession;
import tincan.text.Text;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.export.Recording;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.Probe;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;

/// The datagrams of voice, byte by byte.
@Timeout(60)
final class VoiceBytesTest {
    private static final String HEADER = "PACKET_TYPE 0+1, PACKET_FLAGS 1+1, SENDER 2+2, TURN 4+4, PACKET_NUMBER 8+4, "
            + "TIMESTAMP 12+4, ";
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.ofLiteral("10.9.0.2"), 50_412);
    private static final Label VOICE = new Label("VOICE", 2, 17);
    private static final VoicePacket PACKET = new VoicePacket(VoicePacket.Type.VOICE,
            VoicePacket.DUPLEX | VoicePacket.FIRST, 2, 0, 17, 8_160, List.of(new byte[60], new byte[50]));

    private final EventLog log = EventLog.usual();
    private final BytesViewModel model = new BytesViewModel(Text.in(Locale.ENGLISH));
    private long at;

    /// A datagram that was sent, as the log has it.
    private TraceEvent sent(byte[] bytes, Label label) {
        Span span = new Span(at, bytes.length);
        at += bytes.length;
        log.payload().restore(new ByteStream("voice", Direction.OUT, Layer.WIRE), span.from(), bytes);
        log.append("voice", new Datagram(SocketCall.SEND_TO, 0, span, Duration.ofNanos(1), PEER, label));
        return log.since(log.newest() - 1, 1).getFirst();
    }

    private Section section(TraceEvent event) {
        return section(log, event);
    }

    private static Section section(EventLog log, TraceEvent event) {
        Dissection dissection = new Dissector(log, new Ties(log.since(0, 1_000_000))).of(event);
        assertEquals(1, dissection.sections().size());
        return dissection.sections().getFirst();
    }

    /// Its parts by where they begin in the datagram, as `role from+bytes`.
    private static String parts(Section section) {
        return section.parts().stream().map(part -> part.role() + " " + (part.span().from() - section.span().from())
                + "+" + part.span().bytes()).collect(Collectors.joining(", "));
    }

    /// What is said of each part.
    private List<String> told(TraceEvent event) {
        model.show(new Dissector(log, new Ties(log.since(0, 1_000_000))).of(event), "sendto");
        return model.sectionsProperty().get().getFirst().parts().stream().map(_ -> {
            model.step(1);
            return model.told();
        }).toList();
    }

    private static byte[] sealed(VoicePacket packet) {
        return VoiceKeys.of(new byte[32], 5).sealer(packet.slot()).seal(packet);
    }

    @Test
    void ofAnOpenPacketEachPartIsTold() {
        assertEquals(List.of("version 1; type: VOICE (1)",
                "bits: keys 0, counted modulo 4 · frames of earlier packets: 1 · not sealed · everybody may talk · "
                        + "first of a burst",
                "sender: member 2", "epoch of the turn: 0; 0 where everybody may talk",
                "number: 17; counts what this sender sends of this type, and is never used twice",
                "time: 8,160 samples at 48 kHz; each packet of a burst has 480 more than the one before",
                "length: 60 bytes follow", "sound: 10 ms in Opus, 60 bytes", "length: 50 bytes follow",
                "earlier sound once more, in case its packet was lost: 10 ms in Opus, 50 bytes"),
                told(sent(PacketCodec.encode(PACKET), VOICE)));
        assertEquals("1 × VOICE", model.legendProperty().get());
    }

    @Test
    void ofASealedPacketTheHeaderIsTold() {
        List<String> told = told(sent(sealed(PACKET), VOICE));
        assertEquals("bits: keys 1, counted modulo 4 · frames of earlier packets: 1 · sealed · everybody may talk · "
                + "first of a burst", told.get(1));
        assertEquals(List.of("sealed: 114 bytes that only who has the key can read",
                "proof that nothing was changed, made with the key: 16 bytes"), told.subList(6, 8));
    }

    @Test
    void whatAPingAndAReportSayIsTold() {
        VoicePacket ping = VoicePacket.of(VoicePacket.Type.PING, 2, 1, new Probe(-1, 8).toBytes());
        assertEquals(List.of("length: 16 bytes follow",
                "stamp: 18446744073709551615, chosen by who asks; the answer brings it back",
                "number: 8, given by the host to the place that asks; 0 as long as there is none"),
                told(sent(PacketCodec.encode(ping), new Label("PING", 2, 1))).subList(6, 9));
        VoicePacket report = VoicePacket.of(VoicePacket.Type.REPORT, 2, 1, new Report(1, 100, 98, 2).toBytes());
        assertEquals(List.of("length: 8 bytes follow", "report about member 1",
                "100 packets were sent since the last report", "98 of them came",
                "2 were lost in a row at the most"),
                told(sent(PacketCodec.encode(report), new Label("REPORT", 2, 1))).subList(6, 11));
    }

    /// A datagram of a lesson may begin as one of ours does.
    @Test
    void whatTheLogDoesNotCallAPacketIsNone() {
        assertEquals(List.of("datagram: 130 bytes"), told(sent(PacketCodec.encode(PACKET), Label.NONE)));
        assertEquals("", model.legendProperty().get());
    }

    @Test
    void whatIsCalledAPacketAndIsNoneIsOnePart() {
        Random random = new Random(3);
        byte[] open = PacketCodec.encode(PACKET);
        for (int length = 0; length < open.length; length++) {
            Section cut = section(sent(Arrays.copyOf(open, length), VOICE));
            assertEquals(length == 0 ? "" : "DATAGRAM 0+" + length, parts(cut));
        }
        for (int i = 0; i < 2_000; i++) {
            byte[] garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            garbage[0] = (byte) random.nextInt(16);
            assertEquals("DATAGRAM 0+" + garbage.length, parts(section(sent(garbage, VOICE))));
        }
    }

    @Test
    void aPacketThatIsNoLongerKeptIsOnePart() {
        log.append("voice", new Datagram(SocketCall.SEND_TO, 0, new Span(0, 132), Duration.ofNanos(1), PEER, VOICE));
        assertEquals(List.of("datagram: 132 bytes"), told(log.since(0, 1).getFirst()));
    }

    @Test
    void inAnOpenLessonVoiceIsReadableAtBothEnds() throws Exception {
        for (Recording.End end : RecordedSession.spoken().ends()) {
            List<Section> voice = packets(end, "VOICE");
            assertTrue(voice.stream().allMatch(one -> parts(one).startsWith(HEADER + "PACKET_LENGTH 16+2, SOUND 18+")),
                    end.name());
            assertEquals(Set.of("00 02"), voice.stream().map(one -> one.hex(one.parts().get(2).span()))
                    .collect(Collectors.toSet()));
            List<Section> pings = packets(end, "PING");
            assertEquals(Set.of(HEADER + "SEALED 16+18, TAG 34+16"),
                    pings.stream().map(VoiceBytesTest::parts).collect(Collectors.toSet()));
        }
    }

    @Test
    void inPrivateTheHeaderIs() throws Exception {
        for (Recording.End end : RecordedSession.spokenInPrivate().ends()) {
            assertTrue(packets(end, "VOICE").stream()
                    .allMatch(one -> parts(one).startsWith(HEADER + "SEALED 16+") && parts(one).endsWith("+16")),
                    end.name());
        }
    }

    /// The datagrams that an end's log calls so; some at least.
    private static List<Section> packets(Recording.End end, String kind) {
        EventLog log = EventLog.over(end.bytes(), EventLog.DEFAULT_CAPACITY);
        end.events().forEach(log::restore);
        List<Section> found = end.events().stream()
                .filter(event -> event.what() instanceof Datagram datagram && datagram.label().kind().equals(kind)
                        && datagram.label().sender() == 2)
                .map(event -> section(log, event)).toList();
        assertTrue(!found.isEmpty(), () -> "no " + kind + " at " + end.name());
        assertTrue(found.stream().allMatch(one -> one.parts().getFirst().unit().name().equals(kind)));
        return found;
    }

    @Test
    void theWordsOfALessonStayWords() {
        Section lesson = section(sent("hello".getBytes(StandardCharsets.UTF_8), Label.NONE));
        assertEquals("DATAGRAM 0+5", parts(lesson));
    }
}
