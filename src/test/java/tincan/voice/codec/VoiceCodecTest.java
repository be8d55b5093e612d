package tincan.voice.codec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tincan.voice.Speech;

final class VoiceCodecTest {
    private static final short[] SAID = Speech.recording();
    private static final int FRAMES = SAID.length / Speech.FRAME;

    static Stream<VoiceCodec> codecs() {
        return Stream.of(NativeOpus.find().orElseThrow(() -> new AssertionError("the build unpacks libopus")),
                new ConcentusOpus());
    }

    static Stream<Arguments> pairs() {
        return codecs().flatMap(one -> codecs().map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void speechIsRecognisedWhicheverEncodesAndWhicheverDecodes(VoiceCodec one, VoiceCodec other) {
        short[] heard = new short[SAID.length];
        int bytes = 0;
        try (VoiceEncoder encoder = one.encoder(VoiceCodec.BITRATE); VoiceDecoder decoder = other.decoder()) {
            for (int i = 0; i < FRAMES; i++) {
                byte[] packet = encoder.encode(Speech.frame(SAID, i));
                bytes += packet.length;
                System.arraycopy(decoder.decode(packet), 0, heard, i * Speech.FRAME, Speech.FRAME);
            }
        }
        List<Speech.Match> matches = Speech.matches(SAID, heard);

        assertTrue(matches.size() >= 20, "windows: " + matches.size());
        assertTrue(Speech.meanLikeness(matches) >= 0.93, "likeness " + Speech.meanLikeness(matches));
        assertEquals(6.5, Speech.medianDelay(matches), 0.5);
        assertTrue(bytes * 8 * 100 / FRAMES <= VoiceCodec.BITRATE * 11 / 10, bytes + " bytes");
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void whatIsLostIsFilledWithMoreOfTheSameThatFades(VoiceCodec codec) {
        try (VoiceEncoder encoder = codec.encoder(VoiceCodec.BITRATE); VoiceDecoder decoder = codec.decoder()) {
            int loud = loudest(SAID);
            short[] last = new short[0];
            for (int i = 0; i <= loud; i++) {
                last = decoder.decode(encoder.encode(Speech.frame(SAID, i)));
            }
            double before = energy(last);
            double first = energy(decoder.conceal());
            double after = first;
            for (int i = 0; i < 50; i++) {
                after = energy(decoder.conceal());
            }
            assertTrue(first > before / 10, "%s after %s".formatted(first, before));
            assertTrue(after < before / 100, "%s after %s".formatted(after, before));
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void garbageIsSoundOfOneFrameAndNoFailure(VoiceCodec codec) {
        Random random = new Random(11);
        try (VoiceDecoder decoder = codec.decoder()) {
            for (int i = 0; i < 3000; i++) {
                byte[] garbage = new byte[random.nextInt(500)];
                random.nextBytes(garbage);
                assertEquals(Speech.FRAME, decoder.decode(garbage).length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aPacketOfAnotherLengthOfSoundIsNotTaken(VoiceCodec codec) {
        byte[] twenty = {(byte) (1 << 3), 0, 0};
        try (VoiceDecoder decoder = codec.decoder()) {
            assertEquals(Speech.FRAME, decoder.decode(twenty).length);
            assertEquals(Speech.FRAME, decoder.decode(new byte[0]).length);
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aFrameHasTenMilliseconds(VoiceCodec codec) {
        try (VoiceEncoder encoder = codec.encoder(VoiceCodec.BITRATE)) {
            assertThrows(IllegalArgumentException.class, () -> encoder.encode(new short[960]));
        }
    }

    @Test
    void closingTwiceIsClosingAndNothingIsEncodedAfterIt() {
        VoiceEncoder encoder = NativeOpus.find().orElseThrow().encoder(VoiceCodec.BITRATE);
        encoder.close();

        assertDoesNotThrow(encoder::close);
        assertThrows(IllegalStateException.class, () -> encoder.encode(new short[Speech.FRAME]));
    }

    @Test
    void libopusIsTakenWhereItIs() {
        assertEquals(NativeOpus.find().orElseThrow().name(), VoiceCodec.best().name());
    }

    @Test
    void aLibraryThatIsNoneOrNotThereIsNotUsed(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), NativeOpus.in(folder));
        Files.writeString(folder.resolve(System.mapLibraryName("opus")), "no library");

        assertEquals(Optional.empty(), NativeOpus.in(folder));
    }

    private static int loudest(short[] sound) {
        int loudest = 10;
        for (int i = 10; i < FRAMES; i++) {
            loudest = energy(Speech.frame(sound, i)) > energy(Speech.frame(sound, loudest)) ? i : loudest;
        }
        return loudest;
    }

    private static double energy(short[] frame) {
        double sum = 1;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum / frame.length;
    }
}
