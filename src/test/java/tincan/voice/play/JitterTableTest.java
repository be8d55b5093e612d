package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tincan.voice.Speech;
import tincan.voice.codec.ConcentusOpus;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.Redundancy;

/// What is heard over networks of all kinds, and how late.
final class JitterTableTest {
    private static final short[] SAID = Speech.repeated(3);
    private static final int SEED = 1;

    static Stream<VoiceCodec> codecs() {
        return Stream.of(VoiceCodec.best(), new ConcentusOpus());
    }

    private static SimulatedLine line() {
        return new SimulatedLine(SAID, SEED);
    }

    private static double concealed(SimulatedLine.Result result) {
        return (double) result.stats().concealed() / result.delays().size();
    }

    private static double likeness(SimulatedLine.Result result) {
        return Speech.meanLikeness(Speech.matches(result.said(), result.heard()));
    }

    private static double delay(SimulatedLine.Result result) {
        return result.medianDelay(100, result.delays().size() - 100);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void onAQuietNetworkNothingIsAddedButAFewMilliseconds(VoiceCodec codec) {
        SimulatedLine.Result result = line().jitters(5).run(codec);

        assertTrue(delay(result) <= 25, "delay " + delay(result));
        assertEquals(0, result.stats().concealed());
        assertTrue(likeness(result) >= 0.94, "likeness " + likeness(result));
        List<Speech.Match> matches = Speech.matches(result.said(), result.heard());
        // 10 ms of a frame, 20 of the way, 6.5 of the codec, and the buffer
        assertTrue(Speech.medianDelay(matches) <= 62, "delay from mouth to ear " + Speech.medianDelay(matches));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void thirtyMillisecondsOfJitterMakeNothingLate(VoiceCodec codec) {
        SimulatedLine.Result result = line().jitters(30).run(codec);

        assertTrue(delay(result) <= 60, "delay " + delay(result));
        assertEquals(0, result.stats().late());
        assertTrue(result.stats().concealed() <= 2, "concealed " + result.stats().concealed());
        assertTrue(likeness(result) >= 0.94, "likeness " + likeness(result));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void oneFrameAgainMakesUpForATenthLost(VoiceCodec codec) {
        SimulatedLine.Result result = line().loses(0.1, 1).jitters(30).repeats(1).run(codec);

        assertTrue(concealed(result) <= 0.015, "concealed " + concealed(result));
        assertTrue(likeness(result) >= 0.92, "likeness " + likeness(result));
        assertTrue(delay(result) <= 70, "delay " + delay(result));
    }

    @Test
    void withoutItATenthIsConcealed() {
        SimulatedLine.Result result = line().loses(0.1, 1).run(VoiceCodec.best());

        assertEquals(0.1, concealed(result), 0.02);
        assertTrue(delay(result) <= 25, "what is lost makes nothing later: " + delay(result));
    }

    @Test
    void twoFramesAgainHelpWhereThreeAreLostInARow() {
        SimulatedLine.Result one = line().loses(0.1, 3).jitters(10).repeats(1).run(VoiceCodec.best());
        SimulatedLine.Result two = line().loses(0.1, 3).jitters(10).repeats(2).run(VoiceCodec.best());

        assertTrue(likeness(two) > likeness(one) + 0.02, likeness(two) + " after " + likeness(one));
        assertTrue(delay(two) <= 50, "delay " + delay(two));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aStallIsMadeUpForWithinThreeSeconds(VoiceCodec codec) {
        SimulatedLine.Result result = line().jitters(5).stalls(9000, 150).run(codec);
        double before = result.medianDelay(800, 890);
        double target = result.targets().get(890);

        assertTrue(result.delays().stream().mapToDouble(delay -> delay).max().orElse(0) > before + 50, "a stall");
        for (int frame = 1215; frame < 1500; frame++) {
            assertTrue(result.delays().get(frame) <= target + 20, "at %d: %s".formatted(frame,
                    result.delays().get(frame)));
        }
    }

    @Test
    void clocksThatDriftApartMakeNothingLaterForEver() {
        for (int drift : new int[]{-300, 300}) {
            SimulatedLine.Result result = line().jitters(5).drifts(drift).run(VoiceCodec.best());

            assertTrue(result.medianDelay(2300, 2600) <= 30, drift + ": " + result.medianDelay(2300, 2600));
            assertTrue(result.stats().concealed() <= 2, drift + ": " + result.stats().concealed());
        }
    }

    @Test
    void reportsTellWhatWasLostAndSoHowMuchMustGoAgain() {
        SimulatedLine.Result result = line().loses(0.04, 1).jitters(10).run(VoiceCodec.best());
        int expected = result.reports().stream().mapToInt(report -> report.expected()).sum();
        int received = result.reports().stream().mapToInt(report -> report.received()).sum();
        Redundancy redundancy = new Redundancy();
        result.reports().forEach(report -> redundancy.reported(3, report, 0));

        assertEquals(0.04, 1 - (double) received / expected, 0.01);
        assertTrue(expected > 2550, "expected " + expected);
        assertTrue(redundancy.depth(0) >= 1);
    }
}
