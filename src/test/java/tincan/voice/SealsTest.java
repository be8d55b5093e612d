package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.Drops;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;

final class SealsTest {
    private final Drops drops = new Drops();
    private final Seals mine = new Seals(new Drops());
    private final Seals yours = new Seals(drops);
    private final Sender sender = new Sender(2);

    private static VoiceKeys keys(int generation) {
        byte[] secret = new byte[VoiceKeys.SECRET];
        Arrays.fill(secret, (byte) generation);
        return VoiceKeys.of(secret, generation);
    }

    private VoicePacket voice() {
        return sender.voice(new byte[]{1, 2, 3}, 0, 7, 0);
    }

    @Test
    void withoutKeysNothingIsSealed() {
        assertEquals(Optional.empty(), mine.seal(voice(), 0));
    }

    @Test
    void whatOneSealsTheOtherOpensOnce() {
        mine.use(keys(1), 0);
        yours.use(keys(1), 0);
        VoicePacket said = voice();
        byte[] datagram = mine.seal(said, 0).orElseThrow();

        assertEquals(Optional.of(said.seq()), yours.open(datagram, 0).map(VoicePacket::seq));
        assertEquals(Optional.empty(), yours.open(datagram, 0));
        assertEquals(1, drops.of(Drops.Reason.REPLAYED));
    }

    @Test
    void newKeysAreSealedWithALittleLaterAndOldOnesOpenedForAWhile() {
        mine.use(keys(1), 0);
        yours.use(keys(1), 0);
        mine.use(keys(2), 0);
        byte[] early = mine.seal(voice(), 1).orElseThrow();
        byte[] later = mine.seal(voice(), Seals.HEAD_START_NANOS).orElseThrow();

        assertTrue(yours.open(early, 1).isPresent(), "the other has no new keys yet, and is not to miss a word");
        yours.use(keys(2), 0);
        assertTrue(yours.open(later, Seals.HEAD_START_NANOS).isPresent());
    }

    @Test
    void oldKeysDoNotHoldForLong() {
        mine.use(keys(1), 0);
        byte[] old = mine.seal(voice(), 0).orElseThrow();
        yours.use(keys(1), 0);
        yours.use(keys(2), 0);

        assertEquals(Optional.empty(), yours.open(old, Seals.OVERLAP_NANOS));
        assertEquals(1, drops.of(Drops.Reason.OLD_GENERATION));
    }

    @Test
    void oneSenderTooManyIsCounted() {
        mine.use(VoiceKeys.open(1), 0);
        yours.use(VoiceKeys.open(1), 0);
        for (int slot = 1; slot <= 1025; slot++) {
            VoicePacket said = new Sender(slot).voice(new byte[]{1}, 0, 7, 0);
            assertEquals(slot <= 1024, yours.open(mine.seal(said, 0).orElseThrow(), 0).isPresent());
        }
        assertEquals(1, drops.of(Drops.Reason.CROWDED));
    }

    @Test
    void whoeverHasNoKeyIsNotRemembered() {
        yours.use(keys(1), 0);
        mine.use(keys(5), 0); // the same two bits in the header
        byte[] forged = mine.seal(voice(), 0).orElseThrow();
        Seals genuine = new Seals(new Drops());
        genuine.use(keys(1), 0);

        assertEquals(Optional.empty(), yours.open(forged, 0));
        assertTrue(yours.open(genuine.seal(voice(), 0).orElseThrow(), 0).isPresent());
        assertEquals(1, drops.of(Drops.Reason.FORGED));
    }
}
