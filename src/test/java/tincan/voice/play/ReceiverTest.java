package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tincan.voice.Speech;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.codec.VoiceEncoder;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Opener;
import tincan.voice.packet.RedPacker;
import tincan.voice.packet.Sealer;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;

final class ReceiverTest {
    private static final long FRAME = VoicePacket.FRAME_NANOS;
    private static final long PHASE = 1_000_000;
    private static final int BAD = 100_000;
    private static final int CONCEALED = -1;

    private final RedPacker packer = new RedPacker(2);
    private final Receiver receiver = new Receiver(new NumberDecoder());
    private long frames;

    /// Sound whose samples are the number in the packet.
    private static final class NumberDecoder implements VoiceDecoder {
        @Override
        public short[] decode(byte[] packet) {
            return filled((packet[0] & 0xFF) * 100 + packet[1]);
        }

        @Override
        public short[] conceal() {
            return filled(CONCEALED);
        }

        private static short[] filled(int value) {
            short[] frame = new short[VoicePacket.FRAME];
            Arrays.fill(frame, (short) value);
            return frame;
        }

        @Override
        public void close() {
            // nothing
        }
    }

    private VoicePacket packet(int number, int flags, int burst) {
        return packer.pack(new byte[]{(byte) (number / 100), (byte) (number % 100)}, flags, burst, 0);
    }

    /// Sends the numbers from `from` to before `to`, a frame each, and hears meanwhile.
    private List<Integer> burst(int from, int to, int burst) {
        List<Integer> heard = new ArrayList<>();
        for (int number = from; number < to; number++) {
            int flags = (number == from ? VoicePacket.FIRST : 0) | (number == to - 1 ? VoicePacket.LAST : 0);
            receiver.put(packet(number, flags, burst), frames * FRAME);
            hear(1, heard);
        }
        return heard;
    }

    private void hear(int count, List<Integer> heard) {
        short[] frame = new short[VoicePacket.FRAME];
        for (int i = 0; i < count; i++) {
            if (receiver.pull(frame, frames * FRAME + PHASE)) {
                heard.add((int) frame[0]);
            }
            frames++;
        }
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    void aBurstIsHeardWholeAndThenItIsQuiet() {
        List<Integer> heard = burst(100, 200, 1);
        hear(50, heard);

        assertEquals(numbers(100, 200), heard);
        assertFalse(receiver.pull(new short[VoicePacket.FRAME], frames * FRAME));
    }

    @Test
    void eachBurstIsHeardFromItsBeginningAlsoWithoutANumberOfItsOwn() {
        List<Integer> heard = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            heard.addAll(burst(i * 100, i * 100 + 50, 0));
            hear(37 * i, heard);
        }

        assertEquals(250, heard.size());
        assertEquals(numbers(500, 550), heard.subList(200, 250));
    }

    @Test
    void aBurstWhoseEndIsLostEndsByItself() {
        List<Integer> heard = new ArrayList<>();
        for (int number = 100; number < 150; number++) {
            receiver.put(packet(number, number == 100 ? VoicePacket.FIRST : 0, 1), frames * FRAME);
            hear(1, heard);
        }
        hear(200, heard);

        assertEquals(numbers(100, 150), heard.subList(0, 50));
        assertEquals(30, heard.size() - 50, "300 ms of something else, then nothing");
        assertFalse(receiver.pull(new short[VoicePacket.FRAME], frames * FRAME));
    }

    @Test
    void whatIsLostIsFilledInItsPlace() {
        List<Integer> heard = new ArrayList<>();
        for (int number = 100; number < 150; number++) {
            VoicePacket packet = packet(number, number == 100 ? VoicePacket.FIRST : 0, 1);
            if (number != 120) {
                receiver.put(packet, frames * FRAME);
            }
            hear(1, heard);
        }

        assertEquals(List.of(119, CONCEALED, 121), heard.subList(19, 22));
    }

    @Test
    void memoryDoesNotGrowWithWhatIsSentAndNeverTaken() {
        for (int number = 0; number < 100_000; number++) {
            receiver.put(packet(number % 10_000, 0, 1), 0);
        }

        assertTrue(receiver.stats().held() <= 200, "held " + receiver.stats().held());
    }

    @Test
    void whatFollowsTheEndOfABurstIsNeitherHeardNorKept() {
        List<Integer> heard = burst(100, 150, 1);
        hear(50, heard);
        for (int number = 0; number < 1_000; number++) {
            receiver.put(packet(number, 0, 1), frames * FRAME);
            hear(1, heard);
        }

        assertEquals(numbers(100, 150), heard);
        assertTrue(receiver.stats().held() <= 30, "held " + receiver.stats().held());
    }

    @Test
    void nothingIsHeardOfAClosedOne() {
        burst(100, 150, 1);
        receiver.close();
        receiver.close();

        assertFalse(receiver.pull(new short[VoicePacket.FRAME], frames * FRAME));
    }

    /// Show 5 of the walkie-talkie: what is not the sender's changes nothing of what is heard.
    @Test
    void aHundredThousandBadDatagramsAreDroppedCountedAndNotHeard() {
        short[] said = Speech.recording();
        List<byte[]> datagrams = datagrams(said);
        Drops none = new Drops();
        Drops drops = new Drops();

        short[] undisturbed = heard(datagrams, said.length, new ArrayList<>(), none);
        short[] disturbed = heard(datagrams, said.length, bad(datagrams), drops);

        assertArrayEquals(undisturbed, disturbed);
        assertEquals(0, none.total());
        assertEquals(BAD, drops.total());
        for (Drops.Reason reason : EnumSet.range(Drops.Reason.FOREIGN, Drops.Reason.OLD_GENERATION)) {
            assertTrue(drops.of(reason) > 10, reason + ": " + drops.of(reason));
        }
        assertTrue(Speech.meanLikeness(Speech.matches(said, disturbed)) > 0.94);
    }

    private static final byte[] SECRET = new byte[VoiceKeys.SECRET];

    private static List<byte[]> datagrams(short[] said) {
        List<byte[]> datagrams = new ArrayList<>();
        Sealer sealer = VoiceKeys.of(SECRET, 1).sealer(2);
        RedPacker packer = new RedPacker(2);
        try (VoiceEncoder encoder = VoiceCodec.best().encoder(VoiceCodec.BITRATE)) {
            for (int i = 0; i < said.length / Speech.FRAME; i++) {
                datagrams.add(sealer.seal(packer.pack(encoder.encode(Speech.frame(said, i)),
                        i == 0 ? VoicePacket.FIRST : 0, 1, 1)));
            }
        }
        return datagrams;
    }

    /// What somebody makes who hears everything and has no key; each is sent after the packet that it is made of.
    private static List<byte[]> bad(List<byte[]> datagrams) {
        Random random = new Random(5);
        List<byte[]> bad = new ArrayList<>();
        for (int i = 0; i < BAD; i++) {
            byte[] one = datagrams.get((int) ((long) i * datagrams.size() / BAD)).clone();
            switch (i % 5) {
                case 0 -> one[random.nextInt(one.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> one = Arrays.copyOf(one, random.nextInt(one.length));
                case 2 -> one[8] ^= (byte) (1 + random.nextInt(100));
                case 3 -> random.nextBytes(one);
                default -> random.nextInt(); // the same again
            }
            bad.add(one);
        }
        return bad;
    }

    private static short[] heard(List<byte[]> datagrams, int samples, List<byte[]> bad, Drops drops) {
        Opener opener = VoiceKeys.of(SECRET, 1).opener(2, drops);
        short[] heard = new short[samples];
        short[] frame = new short[Speech.FRAME];
        int next = 0;
        try (Receiver receiver = new Receiver(VoiceCodec.best().decoder())) {
            for (int i = 0; i < datagrams.size(); i++) {
                long now = i * FRAME;
                opener.open(datagrams.get(i)).ifPresent(packet -> receiver.put(packet, now));
                for (; next < bad.size() && next < (long) (i + 1) * BAD / datagrams.size(); next++) {
                    opener.open(bad.get(next)).ifPresent(packet -> receiver.put(packet, now));
                }
                receiver.pull(frame, now + PHASE);
                System.arraycopy(frame, 0, heard, i * Speech.FRAME, Speech.FRAME);
            }
        }
        return heard;
    }
}
