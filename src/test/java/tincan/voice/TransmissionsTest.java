package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.codec.VoiceEncoder;
import tincan.voice.packet.VoicePacket;

@Timeout(60)
final class TransmissionsTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final int TURN = 7;

    private final Sender ada = new Sender(1);
    private final Sender bob = new Sender(2);
    private final HeldCodec codec = new HeldCodec();
    private final Semaphore changes = new Semaphore(0);
    private final Transmissions transmissions = new Transmissions(codec, changes::release);

    /// Its decoders stand still in the middle of a frame while a test wants that.
    private static final class HeldCodec implements VoiceCodec {
        private final CountDownLatch decoding = new CountDownLatch(1);
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean open;
        private volatile boolean closedMeanwhile;
        private final AtomicInteger opened = new AtomicInteger();

        @Override
        public VoiceEncoder encoder(int bitrate) {
            return VoiceCodec.best().encoder(bitrate);
        }

        @Override
        public VoiceDecoder decoder() {
            open = true;
            opened.incrementAndGet();
            return new VoiceDecoder() {
                @Override
                public short[] decode(byte[] packet) {
                    decoding.countDown();
                    try {
                        held.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    closedMeanwhile |= !open;
                    return new short[VoicePacket.FRAME];
                }

                @Override
                public short[] conceal() {
                    return new short[VoicePacket.FRAME];
                }

                @Override
                public void close() {
                    open = false;
                }
            };
        }

        @Override
        public String name() {
            return "held";
        }
    }

    private void say(Sender who, int frames, int flags) {
        for (int i = 0; i < frames; i++) {
            transmissions.add(who.voice(new byte[]{1}, (i == 0 ? VoicePacket.FIRST : 0) | flags, TURN, 0));
        }
    }

    private Duration drawn() throws InterruptedException {
        transmissions.over(TURN);
        assertTrue(changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing is drawn");
        return transmissions.of(TURN).orElseThrow().length();
    }

    @Test
    void whatIsSaidLaterInATurnIsDrawnToo() throws InterruptedException {
        say(ada, 30, 0);
        assertEquals(Duration.ofMillis(300), drawn());
        say(ada, 20, 0);
        assertEquals(Duration.ofMillis(500), drawn());
    }

    @Test
    void aTurnBelongsToWhoBeganItAndWhatIsSaidOutsideOfTurnsIsNotKept() throws InterruptedException {
        say(bob, 10, VoicePacket.DUPLEX);
        say(ada, 30, 0);
        say(bob, 40, 0);
        say(ada, 10, VoicePacket.DUPLEX);
        assertEquals(Duration.ofMillis(300), drawn());
        assertEquals(1, transmissions.of(TURN).orElseThrow().member());
    }

    @Test
    void aTurnThatEndsWithEachPacketIsDrawnOnceMoreWhenItIsDrawn() throws InterruptedException {
        codec.held = new CountDownLatch(1);
        say(ada, 1, VoicePacket.LAST);
        transmissions.over(TURN);
        assertTrue(codec.decoding.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        for (int i = 0; i < 250; i++) {
            say(ada, 1, VoicePacket.LAST);
            transmissions.over(TURN);
        }
        codec.held.countDown();

        assertTrue(changes.tryAcquire(2, PATIENCE_SECONDS, TimeUnit.SECONDS), "it is drawn twice");
        assertEquals(Duration.ofMillis(2510), transmissions.of(TURN).orElseThrow().length());
        assertEquals(2, codec.opened.get());
    }

    @Test
    void whatIsMissingMakesATurnNoLongerThanItMayBe() throws InterruptedException {
        for (int i = 0; i < 5000; i++) {
            transmissions.add(new VoicePacket(VoicePacket.Type.VOICE, 0, 1, TURN, 11 * i, 0, List.of(new byte[]{1})));
        }
        Duration length = drawn();
        assertTrue(length.compareTo(Duration.ofMinutes(2)) > 0 && length.compareTo(Duration.ofSeconds(131)) < 0,
                length.toString());
    }

    @Test
    void whatIsStoppedIsNotPlayedOn() {
        say(ada, 30, 0);
        Transmissions.Replay replay = transmissions.replay(TURN).orElseThrow();
        assertTrue(replay.next(new short[VoicePacket.FRAME]));
        replay.close();
        assertFalse(replay.next(new short[VoicePacket.FRAME]));
        replay.close();
        assertFalse(codec.closedMeanwhile);
    }

    @Test
    void whatIsStoppedWhileItPlaysIsClosedAfterTheFrame() throws Exception {
        say(ada, 30, 0);
        codec.held = new CountDownLatch(1);
        Transmissions.Replay replay = transmissions.replay(TURN).orElseThrow();
        CompletableFuture<Boolean> frame = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> frame.complete(replay.next(new short[VoicePacket.FRAME])));
        assertTrue(codec.decoding.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        Thread stopping = Thread.ofPlatform().start(replay::close);
        while (stopping.getState() != Thread.State.BLOCKED && stopping.isAlive()) {
            Thread.onSpinWait();
        }
        codec.held.countDown();

        assertTrue(frame.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        stopping.join();
        assertFalse(codec.closedMeanwhile, "it was closed while it was used");
        assertFalse(codec.open);
    }

    @Test
    void ofATurnThatNobodySpokeInThereIsNothing() {
        transmissions.over(TURN);
        assertEquals(Optional.empty(), transmissions.of(TURN));
    }
}
