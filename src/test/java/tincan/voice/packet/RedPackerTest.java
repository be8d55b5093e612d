package tincan.voice.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RedPackerTest {
    private final RedPacker packer = new RedPacker(3);

    private static byte[] opus(int number) {
        return new byte[]{(byte) number};
    }

    private static List<Integer> numbers(VoicePacket packet) {
        return packet.frames().stream().map(frame -> (int) frame[0]).toList();
    }

    @Test
    void asManyEarlierFramesGoAlongAsAskedFor() {
        packer.pack(opus(1), VoicePacket.FIRST, 9, 2);
        packer.pack(opus(2), 0, 9, 2);

        assertEquals(List.of(3, 2, 1), numbers(packer.pack(opus(3), 0, 9, 2)));
        assertEquals(List.of(4, 3), numbers(packer.pack(opus(4), 0, 9, 1)));
        assertEquals(List.of(5), numbers(packer.pack(opus(5), 0, 9, 0)));
        assertEquals(List.of(6, 5, 4, 3), numbers(packer.pack(opus(6), 0, 9, 99)));
    }

    @Test
    void numbersAndTimesGoOnTogetherWithinABurstOnly() {
        VoicePacket first = packer.pack(opus(1), VoicePacket.FIRST, 0, 1);
        VoicePacket second = packer.pack(opus(2), VoicePacket.LAST, 0, 1);
        VoicePacket next = packer.pack(opus(3), VoicePacket.FIRST, 0, 1);

        assertEquals(1, second.seq() - first.seq());
        assertEquals(VoicePacket.FRAME, second.timestamp() - first.timestamp());
        assertEquals(1, next.seq() - second.seq());
        assertNotEquals(VoicePacket.FRAME, next.timestamp() - second.timestamp());
        assertEquals(List.of(3), numbers(next), "nothing of the burst before");
    }

    @Test
    void aPacketStaysSmallEnoughForAnyNetwork() {
        for (int i = 0; i < 3; i++) {
            packer.pack(new byte[VoicePacket.LONGEST_FRAME], 0, 1, 3);
        }

        assertEquals(2, packer.pack(new byte[VoicePacket.LONGEST_FRAME], 0, 1, 3).frames().size());
    }
}
