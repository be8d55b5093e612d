package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.VoicePacket;

final class BurstsTest {
    private final Bursts bursts = new Bursts();

    private static VoicePacket packet(int burst) {
        return new VoicePacket(VoicePacket.Type.VOICE, burst == 0 ? VoicePacket.DUPLEX : 0, 2, burst, 0, 0,
                List.of(new byte[]{1}));
    }

    @Test
    void everybodyIsHeardWhereThereIsNoFloor() {
        assertTrue(bursts.allows(packet(0), 0));
        assertFalse(bursts.allows(packet(3), 0));
    }

    @Test
    void onlyThePresentTurnIsHeard() {
        bursts.turn(3, 0);
        assertTrue(bursts.allows(packet(3), 0));
        assertFalse(bursts.allows(packet(2), 0));
        assertFalse(bursts.allows(packet(0), Bursts.GRACE_NANOS));
    }

    @Test
    void theLastTurnIsHeardALittleLonger() {
        bursts.turn(3, 0);
        bursts.turn(4, Bursts.GRACE_NANOS);
        assertTrue(bursts.allows(packet(3), 2 * Bursts.GRACE_NANOS - 1));
        assertFalse(bursts.allows(packet(3), 2 * Bursts.GRACE_NANOS));
    }

    @Test
    void aTurnWhoseSoundIsQuickerThanItsWordIsHeard() {
        bursts.turn(3, 0);
        assertTrue(bursts.allows(packet(4), Bursts.GRACE_NANOS));
        bursts.turn(3, Bursts.GRACE_NANOS); // word of the one before, late
        assertTrue(bursts.allows(packet(4), 10 * Bursts.GRACE_NANOS));
    }

    @Test
    void afterTheFloorEverybodyIsHeardAgain() {
        bursts.turn(3, 0);
        bursts.everybody(0);
        assertTrue(bursts.allows(packet(0), 0));
        assertFalse(bursts.allows(packet(3), Bursts.GRACE_NANOS));
    }
}
