package tincan.voice.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PacketCodecTest {
    private static final VoicePacket PACKET = new VoicePacket(VoicePacket.Type.VOICE,
            VoicePacket.FIRST | VoicePacket.DUPLEX, 0x0102, 0x03040506, 0xFFFFFFFE, 0x0A0B0C0D,
            List.of(new byte[]{1, 2, 3}, new byte[]{4}));

    @Test
    void thisIsHowAnOpenPacketLooks() {
        assertEquals("11" + "1d" + "0102" + "03040506" + "fffffffe" + "0a0b0c0d" + "0003010203" + "000104",
                HexFormat.of().formatHex(PacketCodec.encode(PACKET)));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        VoicePacket read = PacketCodec.decode(PacketCodec.encode(PACKET)).orElseThrow();

        assertEquals(described(PACKET), described(read));
    }

    @Test
    void aPacketThatIsCutAnywhereIsNone() {
        byte[] whole = PacketCodec.encode(PACKET);
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), PacketCodec.decode(Arrays.copyOf(whole, length)), "cut to " + length);
        }
        assertEquals(Optional.empty(), PacketCodec.decode(Arrays.copyOf(whole, whole.length + 1)));
    }

    @Test
    void garbageIsNoPacketAndNoFailure() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            byte[] garbage = new byte[random.nextInt(80)];
            random.nextBytes(garbage);
            PacketCodec.decode(garbage).ifPresent(packet -> assertArrayEquals(garbage, again(packet, garbage)));
        }
    }

    private static byte[] again(VoicePacket packet, byte[] original) {
        byte[] bytes = PacketCodec.encode(packet);
        bytes[1] |= (byte) (original[1] & 0xC0); // the generation is not the packet's
        return bytes;
    }

    @Test
    void aPacketHasNoMoreFramesThanTheHeaderCanSay() {
        List<byte[]> five = List.of(new byte[1], new byte[1], new byte[1], new byte[1], new byte[1]);

        assertThrows(IllegalArgumentException.class,
                () -> new VoicePacket(VoicePacket.Type.VOICE, 0, 1, 1, 1, 1, five));
    }

    @Test
    void probesAndReportsAreReadBack() {
        Report report = new Report(3, 100, 90, 4);

        assertEquals(Optional.of(new Probe(-5, 1L << 40)), Probe.of(new Probe(-5, 1L << 40).toBytes()));
        assertEquals(Optional.of(report), Report.of(report.toBytes()));
        assertEquals(0.1, report.loss(), 1e-9);
    }

    @Test
    void aReportOfMoreThanWasSentIsNone() {
        assertEquals(Optional.empty(), Report.of(new byte[]{0, 1, 0, 5, 0, 6, 0, 0}));
        assertEquals(Optional.empty(), Report.of(new byte[]{0, 1, 0, 5, 0, 5, 0, 1}));
        assertEquals(Optional.empty(), Report.of(new byte[7]));
    }

    private static String described(VoicePacket packet) {
        return "%s %d %d %d %d %d %s".formatted(packet.type(), packet.flags(), packet.slot(), packet.burst(),
                packet.seq(), packet.timestamp(), packet.frames().stream().map(Arrays::toString).toList());
    }
}
