package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.VoicePacket;

final class MouthTest {
    private static final int TURN = 7;

    private final Way way = new Way();
    private final Mouth mouth = new Mouth(new Sender(1), VoiceCodec.best().encoder(VoiceCodec.BITRATE), way);

    private static final class Way implements PacketOut {
        private final List<VoicePacket> sent = new ArrayList<>();
        private boolean open = true;

        @Override
        public void send(VoicePacket packet) {
            sent.add(packet);
        }

        @Override
        public boolean takesVoice(int burst) {
            return open;
        }
    }

    private void say(int frames, boolean first) {
        for (int i = 0; i < frames; i++) {
            mouth.frame(new short[VoicePacket.FRAME], first && i == 0, false);
        }
    }

    @Test
    void whatDoesNotGoOutUsesUpNoNumberAndWhatFollowsBeginsAnew() {
        mouth.speakIn(TURN);
        say(3, true);
        way.open = false;
        say(20, false);
        assertFalse(mouth.isSending());
        way.open = true;
        say(2, false);

        assertEquals(List.of(0, 1, 2, 3, 4), way.sent.stream().map(VoicePacket::seq).toList());
        assertEquals(List.of(true, false, false, true, false), way.sent.stream().map(VoicePacket::isFirst).toList());
    }
}
