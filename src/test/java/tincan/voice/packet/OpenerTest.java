package tincan.voice.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.Drops.Reason;

final class OpenerTest {
    private static final byte[] SECRET = new byte[VoiceKeys.SECRET];
    private static final int SLOT = 7;
    private static final int WINDOW = 1024;

    private final Drops drops = new Drops();
    private final VoiceKeys keys = VoiceKeys.of(SECRET, 1);
    private final Sealer sealer = keys.sealer(SLOT);
    private final Opener opener = keys.opener(SLOT, drops);

    private static VoicePacket packet(int slot, int seq) {
        byte[] frame = ("frame " + seq).getBytes(StandardCharsets.US_ASCII);
        return new VoicePacket(VoicePacket.Type.VOICE, 0, slot, 1, seq, 480 * seq, List.of(frame));
    }

    private byte[] sealed(int seq) {
        return sealer.seal(packet(SLOT, seq));
    }

    @Test
    void whatIsOpenedIsWhatWasSealed() {
        VoicePacket opened = opener.open(sealed(5)).orElseThrow();

        assertEquals("frame 5", new String(opened.body(), StandardCharsets.US_ASCII));
        assertEquals(5, opened.seq());
        assertEquals(0, drops.total());
    }

    @Test
    void nothingOfTheFrameCanBeRead() {
        assertFalse(new String(sealed(5), StandardCharsets.ISO_8859_1).contains("frame"));
    }

    @Test
    void aPacketOfWhichAnyBitIsChangedIsDropped() {
        byte[] datagram = sealed(5);
        for (int bit = 0; bit < 8 * datagram.length; bit++) {
            byte[] changed = datagram.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(opener.open(changed).isEmpty(), "bit " + bit);
        }
        assertEquals(8 * datagram.length, drops.total());
        assertTrue(opener.open(datagram).isPresent(), "the genuine one still comes through");
    }

    @Test
    void aPacketIsTakenOnce() {
        byte[] datagram = sealed(5);
        opener.open(datagram);

        assertTrue(opener.open(datagram).isEmpty());
        assertEquals(1, drops.of(Reason.REPLAYED));
    }

    @Test
    void packetsThatOvertakeEachOtherAreAllTakenOnce() {
        List<byte[]> datagrams = new ArrayList<>();
        for (int seq = 0; seq < WINDOW; seq++) {
            datagrams.add(sealed(seq));
        }
        Collections.shuffle(datagrams, new Random(3));

        assertEquals(WINDOW, datagrams.stream().filter(datagram -> opener.open(datagram).isPresent()).count());
        assertEquals(0, datagrams.stream().filter(datagram -> opener.open(datagram).isPresent()).count());
    }

    @Test
    void aPacketThatIsTooOldToKnowIsDropped() {
        byte[] old = sealed(5);
        opener.open(sealed(5 + WINDOW));

        assertTrue(opener.open(old).isEmpty());
        assertEquals(1, drops.of(Reason.REPLAYED));
    }

    @Test
    void aForgedNumberMakesNoGenuineOneTooOld() {
        byte[] genuine = sealed(5);
        byte[] forged = sealed(6);
        forged[8] = 0x7F; // a number far ahead
        opener.open(forged);

        assertTrue(opener.open(genuine).isPresent());
        assertEquals(1, drops.of(Reason.FORGED));
    }

    @Test
    void eachSenderAndEachGenerationHasAKeyOfItsOwn() {
        byte[] ofAnother = keys.sealer(8).seal(packet(8, 5));
        byte[] renamed = ofAnother.clone();
        renamed[3] = SLOT;
        byte[] later = VoiceKeys.of(SECRET, 2).sealer(SLOT).seal(packet(SLOT, 5));
        byte[] muchLater = VoiceKeys.of(SECRET, 5).sealer(SLOT).seal(packet(SLOT, 5));

        assertTrue(opener.open(ofAnother).isEmpty());
        assertTrue(opener.open(renamed).isEmpty());
        assertTrue(opener.open(later).isEmpty());
        assertTrue(opener.open(muchLater).isEmpty());
        assertEquals(1, drops.of(Reason.FOREIGN));
        assertEquals(1, drops.of(Reason.OLD_GENERATION));
        assertEquals(2, drops.of(Reason.FORGED));
    }

    @Test
    void noNumberIsSealedTwiceUnderOneKey() {
        sealed(5);

        assertThrows(IllegalStateException.class, () -> sealed(5));
        assertThrows(IllegalStateException.class, () -> sealed(4));
        assertThrows(IllegalArgumentException.class, () -> sealer.seal(packet(SLOT + 1, 6)));
    }

    @Test
    void packetsOfDifferentTypesMayHaveTheSameNumber() {
        byte[] voice = sealed(5);
        byte[] ping = sealer.seal(VoicePacket.of(VoicePacket.Type.PING, SLOT, 5, new Probe(1, 0).toBytes()));

        assertTrue(opener.open(voice).isPresent());
        assertTrue(opener.open(ping).isPresent());
    }

    @Test
    void numbersGoOnPastTwoToThe31() {
        assertTrue(opener.open(sealed(Integer.MAX_VALUE)).isPresent());
        assertTrue(opener.open(sealed(Integer.MIN_VALUE)).isPresent());
        assertTrue(opener.open(sealed(-1)).isPresent());
        assertThrows(IllegalStateException.class, () -> sealed(0));
    }

    @Test
    void anOpenLessonIsReadableAndTakesNothingSealed() {
        VoiceKeys open = VoiceKeys.open(1);
        Opener reader = open.opener(SLOT, drops);
        byte[] datagram = open.sealer(SLOT).seal(packet(SLOT, 5));

        assertTrue(new String(datagram, StandardCharsets.ISO_8859_1).contains("frame 5"));
        assertTrue(opener.open(datagram).isEmpty(), "a private session takes nothing readable");
        assertTrue(reader.open(datagram).isPresent());
        assertTrue(reader.open(datagram).isEmpty());
        assertTrue(reader.open(sealed(6)).isEmpty());
        assertEquals(2, drops.of(Reason.FOREIGN));
        assertEquals(1, drops.of(Reason.REPLAYED));
    }

    @Test
    void aSecretIsNotShown() {
        assertEquals("VoiceKeys[generation=1, sealed]", keys.toString());
    }
}
