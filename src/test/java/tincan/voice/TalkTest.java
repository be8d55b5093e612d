package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.VoicePacket;

/// Without devices, and not started: what can be asked and told all the same.
final class TalkTest {
    private static final int TURN = 7;

    private final Transmissions transmissions = new Transmissions(VoiceCodec.best(), () -> {
    });
    private final List<VoicePacket> sent = new CopyOnWriteArrayList<>();
    private final Talk talk = new Talk(new NoDevices(), new Sender(1), sent::add, transmissions, () -> {
    });

    private static final class NoDevices implements Sound {
        @Override
        public AudioSource openMicrophone() throws DeviceLost {
            throw new DeviceLost(Trouble.NO_DEVICE);
        }

        @Override
        public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
            throw new DeviceLost(Trouble.NO_DEVICE);
        }
    }

    /// Notes what the loudspeaker plays.
    private static final class Ear implements Sound {
        /// Of the loudspeaker's thread, until there is enough.
        private final List<Short> played = new ArrayList<>();
        private final CountDownLatch enough = new CountDownLatch(40);

        @Override
        public AudioSource openMicrophone() throws DeviceLost {
            throw new DeviceLost(Trouble.NO_DEVICE);
        }

        @Override
        public AudioSink openLoudspeaker(int bufferMillis) {
            return new AudioSink() {
                @Override
                public void write(short[] frame) {
                    if (enough.getCount() > 0) {
                        for (short sample : frame) {
                            played.add(sample);
                        }
                        enough.countDown();
                    }
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    @Test
    void aToneThatIsOffIsNotPlayedAndTheOthersAre() throws InterruptedException {
        Ear ear = new Ear();
        try (Talk heard = new Talk(ear, new Sender(1), sent::add, transmissions, () -> {
        })) {
            heard.tones(Set.of(Tone.OVER));
            heard.tone(Tone.OVER);
            heard.tone(Tone.GO_AHEAD); // it would take the place of the first
            heard.start();
            assertTrue(ear.enough.await(20, TimeUnit.SECONDS));
        }
        List<Short> over = new ArrayList<>();
        for (short sample : Tone.OVER.samples()) {
            over.add(sample);
        }
        assertTrue(Collections.indexOfSubList(ear.played, over) >= 0);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aTurnThatIsPlayedFromItsBeginningAgainStillPlays() {
        transmissions.add(new Sender(2).voice(new byte[]{1}, VoicePacket.FIRST, TURN, 0));
        talk.play(TURN);
        talk.play(TURN);
        assertEquals(TURN, talk.playing());
        talk.stopPlaying();
        assertEquals(0, talk.playing());
    }
}
