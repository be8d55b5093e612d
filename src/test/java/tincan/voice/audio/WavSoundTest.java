package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WavSoundTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheLoudspeakerPlaysIsAFileThatTheMicrophoneHears() throws Exception {
        Path file = folder.resolve("talk.wav");
        short[] ramp = new short[Pcm.FRAME];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) (i * 136 - Short.MAX_VALUE);
        }
        try (AudioSink sink = files(Optional.empty(), Optional.of(file)).openLoudspeaker()) {
            sink.write(ramp);
            sink.write(ScriptedSound.frame(-2));
        }
        try (AudioSource source = files(Optional.of(file), Optional.empty()).openMicrophone()) {
            assertArrayEquals(ramp, read(source));
            assertArrayEquals(ScriptedSound.frame(-2), read(source));
            assertArrayEquals(new short[Pcm.FRAME], read(source), "behind its end there is silence");
            assertArrayEquals(new short[Pcm.FRAME], read(source));
            assertTrue(source.restsSilent());
        }
    }

    @Test
    void aLoudspeakerThatIsOpenedAgainGoesOnWhereItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("talk.wav"), "of somebody else's, and longer than a header is");
        WavSound sound = files(Optional.empty(), Optional.of(file));
        sound.check();
        for (int value = 1; value <= 3; value++) {
            try (AudioSink sink = sound.openLoudspeaker()) {
                sink.write(ScriptedSound.frame(value));
            }
        }
        try (AudioSource source = files(Optional.of(file), Optional.empty()).openMicrophone()) {
            for (int value = 1; value <= 3; value++) {
                assertArrayEquals(ScriptedSound.frame(value), read(source));
            }
        }
        Files.delete(file);
        try (AudioSink sink = sound.openLoudspeaker()) {
            sink.write(ScriptedSound.frame(4));
        }
        assertArrayEquals(ScriptedSound.frame(4), VirtualSound.samples(file), "it was removed");
    }

    @Test
    void oneFileIsFoundByWhateverNames() throws Exception {
        Path file = Files.writeString(folder.resolve("talk.wav"), "speech");
        Path link = Files.createSymbolicLink(folder.resolve("link.wav"), file);
        Path around = folder.resolve("..").resolve(folder.getFileName()).resolve("talk.wav");
        for (Path same : List.of(file, link, around)) {
            assertTrue(files(Optional.of(file), Optional.of(same)).isOneFile(), same.toString());
        }
        assertFalse(files(Optional.of(file), Optional.of(folder.resolve("other.wav"))).isOneFile());
        assertFalse(files(Optional.of(file), Optional.empty()).isOneFile());
    }

    @Test
    void anotherProgramReadsTheFile() throws Exception {
        Path file = folder.resolve("talk.wav");
        try (WavFile wav = WavFile.create(file)) {
            wav.append(ScriptedSound.frame(1));
        }
        AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
        assertEquals(AudioFileFormat.Type.WAVE, format.getType());
        assertEquals(Pcm.FRAME, format.getFrameLength());
        assertTrue(format.getFormat().matches(new AudioFormat(48_000, 16, 1, true, false)), format.toString());
    }

    @Test
    void aFileWhoseProgramDiedHasAllButTheLastSecond() throws Exception {
        Path file = folder.resolve("talk.wav");
        WavFile wav = WavFile.create(file);
        for (int i = 0; i < 250; i++) {
            wav.append(ScriptedSound.frame(i));
        }
        Path left = folder.resolve("left.wav");
        Files.copy(file, left);
        wav.close();
        assertEquals(200 * Pcm.FRAME, AudioSystem.getAudioFileFormat(left.toFile()).getFrameLength());
    }

    @Test
    void aFileOfAnotherRateWithTwoChannelsIsHeardToo() throws Exception {
        Path file = folder.resolve("stereo.wav");
        AudioFormat format = new AudioFormat(22_050, 16, 2, true, false);
        byte[] second = new byte[22_050 * 4];
        for (int i = 0; i < 22_050; i++) {
            short value = (short) (10_000 * Math.sin(2 * Math.PI * 441 * i / 22_050));
            for (int channel = 0; channel < 2; channel++) {
                second[4 * i + 2 * channel] = (byte) value;
                second[4 * i + 2 * channel + 1] = (byte) (value >> 8);
            }
        }
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(second), format, 22_050),
                AudioFileFormat.Type.WAVE, file.toFile());
        short[] heard = VirtualSound.samples(file);
        assertEquals(Pcm.RATE, heard.length, 100);
        short[] expected = new short[Pcm.RATE];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (short) (10_000 * Math.sin(2 * Math.PI * 441 * i / Pcm.RATE));
        }
        assertTrue(Correlation.quantile(Correlation.windows(expected, Arrays.copyOf(heard, 2 * Pcm.RATE),
                Duration.ofMillis(5)), 0) > 0.99);
        assertEquals(20 * Math.log10(10_000 / 32_768.0), Pcm.peak(heard), 0.5);
    }

    @Test
    void withoutFilesThereIsSilenceAndSoundGoesNowhere() throws Exception {
        WavSound none = files(Optional.empty(), Optional.empty());
        none.check();
        try (AudioSource source = none.openMicrophone(); AudioSink sink = none.openLoudspeaker()) {
            assertArrayEquals(new short[Pcm.FRAME], read(source));
            sink.write(ScriptedSound.frame(1));
        }
    }

    @Test
    void whatIsNoSoundOrCannotBeWrittenIsFoundBefore() throws Exception {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        WavSound noSound = files(Optional.of(text), Optional.empty());
        assertTrue(assertThrows(IOException.class, noSound::check).toString().contains(text.toString()));
        WavSound noFile = files(Optional.of(folder.resolve("none.wav")), Optional.empty());
        assertTrue(assertThrows(IOException.class, noFile::check).toString().contains("none.wav"));
        WavSound noFolder = files(Optional.empty(), Optional.of(folder.resolve("none/talk.wav")));
        assertTrue(assertThrows(IOException.class, noFolder::check).toString().contains("talk.wav"));
        assertEquals(Trouble.NO_DEVICE, assertThrows(DeviceLost.class, noFile::openMicrophone).trouble());
        assertEquals(Trouble.NO_DEVICE, assertThrows(DeviceLost.class, noFolder::openLoudspeaker).trouble());
    }

    private static WavSound files(Optional<Path> microphone, Optional<Path> loudspeaker) {
        return new WavSound(microphone, loudspeaker);
    }

    private static short[] read(AudioSource source) throws DeviceLost, InterruptedException {
        short[] frame = ScriptedSound.frame(99);
        source.read(frame);
        return frame;
    }
}
