package tincan.voice.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayoutTest {
    private static final String HEADER = "TYPE 0+1, FLAGS 1+1, SENDER 2+2, TURN 4+4, NUMBER 8+4, TIMESTAMP 12+4, ";
    private static final VoicePacket PACKET = new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.DUPLEX, 2, 0, 17,
            8_160, List.of(new byte[5], new byte[0], new byte[3]));
    private static final VoicePacket PING = VoicePacket.of(VoicePacket.Type.PING, 2, 1, new Probe(7, 8).toBytes());
    private static final VoicePacket REPORT = VoicePacket.of(VoicePacket.Type.REPORT, 2, 1,
            new Report(1, 100, 98, 2).toBytes());

    private static String told(byte[] datagram) {
        List<String> fields = Layout.of(datagram).stream().flatMap(layout -> layout.fields().stream())
                .map(field -> field.name() + " " + field.from() + "+" + field.bytes()).toList();
        return String.join(", ", fields);
    }

    private static byte[] sealed(VoicePacket packet) {
        return VoiceKeys.of(new byte[32], 3).sealer(packet.slot()).seal(packet);
    }

    @Test
    void ofAnOpenPacketEverythingHasAName() {
        assertEquals(HEADER + "LENGTH 16+2, SOUND 18+5, LENGTH 23+2, LENGTH 25+2, EARLIER_SOUND 27+3",
                told(PacketCodec.encode(PACKET)));
        assertEquals(HEADER + "LENGTH 16+2, STAMP 18+8, PLACE 26+8", told(PacketCodec.encode(PING)));
        assertEquals(HEADER + "LENGTH 16+2, ABOUT 18+2, SENT 20+2, RECEIVED 22+2, LOST_IN_A_ROW 24+2",
                told(PacketCodec.encode(REPORT)));
    }

    @Test
    void ofASealedPacketTheHeaderHasNames() {
        assertEquals(HEADER + "SEALED 16+14, TAG 30+16", told(sealed(PACKET)));
        assertEquals(HEADER + "SEALED 16+18, TAG 34+16", told(sealed(PING)));
        assertEquals(HEADER + "SEALED 16+10, TAG 26+16", told(sealed(REPORT)));
    }

    @Test
    void whatIsCutOrHasMoreIsNoPacket() {
        for (byte[] whole : List.of(PacketCodec.encode(PACKET), PacketCodec.encode(PING), PacketCodec.encode(REPORT),
                sealed(PING), sealed(REPORT))) {
            for (int length = 0; length < whole.length + 4; length++) {
                assertEquals(length == whole.length, Layout.of(Arrays.copyOf(whole, length)).isPresent(),
                        "cut to " + length);
            }
        }
        byte[] sealed = sealed(PACKET);
        for (int length = 0; length < Header.LENGTH + 6 + Aes.TAG; length++) {
            assertEquals(Optional.empty(), Layout.of(Arrays.copyOf(sealed, length)));
        }
        assertEquals(Optional.empty(), Layout.of(Arrays.copyOf(sealed, 2_000)));
    }

    @Test
    void whateverComesEachByteHasOneNameOrNone() {
        Random random = new Random(11);
        int some = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] datagram = new byte[random.nextInt(90)];
            random.nextBytes(datagram);
            if (datagram.length > 18 && random.nextBoolean()) {
                datagram[0] = (byte) (0x10 + random.nextInt(6));
                datagram[16] = 0;
                datagram[17] = (byte) (datagram.length - 18);
            }
            Optional<Layout> layout = Layout.of(datagram);
            if (layout.isPresent()) {
                some++;
                int at = 0;
                for (Layout.Field field : layout.get().fields()) {
                    assertEquals(at, field.from());
                    assertTrue(field.bytes() > 0);
                    at += field.bytes();
                }
                assertEquals(datagram.length, at);
            }
        }
        assertTrue(some > 1_000, "too few were packets");
    }

    @Test
    void itSaysWhatTheHeaderSays() {
        Header header = Layout.of(sealed(PACKET)).orElseThrow().header();
        assertEquals(new Header(VoicePacket.Type.VOICE, VoicePacket.DUPLEX, 3, false, 2, 2, 0, 17, 8_160), header);
    }
}
