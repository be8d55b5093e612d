package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.VoicePacket;

final class PacketQueueTest {
    private final PacketQueue queue = new PacketQueue();

    private static byte[] packet(int sender, int seq) {
        return PacketCodec.encode(VoicePacket.of(VoicePacket.Type.VOICE, sender, seq, new byte[]{1}));
    }

    private List<Integer> waitingOf(int sender) {
        return queue.take().stream().map(bytes -> PacketCodec.decode(bytes).orElseThrow())
                .filter(packet -> packet.slot() == sender).map(VoicePacket::seq).toList();
    }

    @Test
    void whoSendsMuchPushesNobodyElseOut() {
        queue.add(packet(1, 0));
        for (int seq = 0; seq <= PacketQueue.OF_ONE; seq++) {
            queue.add(packet(2, seq));
        }

        assertEquals(List.of(0), waitingOf(1));
    }

    @Test
    void theOldestOfASenderGoes() {
        for (int seq = 0; seq <= PacketQueue.OF_ONE; seq++) {
            queue.add(packet(2, seq));
        }

        List<Integer> waiting = waitingOf(2);
        assertEquals(PacketQueue.OF_ONE, waiting.size());
        assertEquals(1, waiting.getFirst());
    }

    @Test
    void thereIsAnEndToHowManyWaitInAll() {
        for (int sender = 1; sender <= PacketQueue.CAPACITY + 10; sender++) {
            queue.add(packet(sender, 0));
        }

        assertEquals(PacketQueue.CAPACITY, queue.take().size());
    }
}
