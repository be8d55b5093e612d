package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.voice.audio.Correlation.Window;
import tincan.voice.audio.VirtualSound.Recorder;

/// Against a real sound server. Each program that uses it is a process of its own, as the server takes it for a person.
@Timeout(180)
final class SystemSoundTest {
    private static final String ADA = "ada";

    @Test
    void whatIsSaidIntoTheMicrophoneComesOutOfTheLoudspeaker() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA); Program ada = Program.start(sound, ADA)) {
            ada.await("microphone SILENT"); // it is open, and nobody speaks
            Path speech = sound.speech("Alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima");
            Recorder recorder = sound.record(ADA);
            sound.play(ADA, speech);
            recorder.more(Duration.ofSeconds(1));
            short[] said = VirtualSound.samples(speech);
            short[] heard = recorder.stop();
            Duration before = Correlation.offset(said, heard).minusMillis(100);
            List<Window> windows = Correlation.windows(said, Correlation.from(heard, before),
                    Duration.ofMillis(300));
            assertTrue(windows.size() > 20, "speech was said: " + windows.size());
            assertTrue(Correlation.quantile(windows, 0.5) >= 0.95, () -> "it was heard: " + windows);
        }
    }

    @Test
    void aServerThatDiesIsToldAndUsedAgainWhenItIsBack() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA); Program ada = Program.start(sound, ADA)) {
            ada.await("microphone SILENT");
            sound.kill();
            ada.await("microphone SERVER_GONE", "loudspeaker SERVER_GONE");
            ada.ask("meanwhile");
            sound.restart();
            ada.await("microphone WORKS", "loudspeaker WORKS");
            Recorder recorder = sound.record(ADA);
            sound.play(ADA, sound.speech("Bravo charlie"));
            recorder.more(Duration.ofMillis(500));
            assertTrue(Pcm.peak(recorder.stop()) > -20, "it is heard again");
        }
    }

    @Test
    void aChirpMeasuresTheWayFromMouthToEar() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip();
                Program loop = Program.start(sound, VirtualSound.LOOP, "measure")) {
            String measured = loop.await("delay");
            assertTrue(measured.matches("delay Optional\\[PT0\\.\\d+S]"), measured);
        }
    }

    @Test
    void aMicrophoneThatDoesNotHearTheLoudspeakerMeasuresNothing() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA);
                Program ada = Program.start(sound, ADA, "measure")) {
            assertEquals("delay Optional.empty", ada.await("delay"));
        }
    }

    @Test
    void withoutAServerThereIsNoDevice() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA)) {
            sound.kill();
            try (Program ada = Program.start(sound, ADA, "measure")) {
                assertEquals("trouble NO_DEVICE", ada.await("trouble"));
            }
        }
    }

    @Test
    void aChosenDeviceThatIsNotThereIsNotTakenForNone() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA);
                Program ada = Program.start(sound, ADA, "chosen")) {
            ada.await("microphone CHOSEN_GONE", "loudspeaker CHOSEN_GONE");
        }
    }

    @Test
    void aServerThatStartsAfterTheProgramIsUsed() throws Exception {
        try (VirtualSound sound = VirtualSound.startOrSkip(ADA)) {
            sound.kill();
            try (Program ada = Program.start(sound, ADA)) {
                ada.await("microphone NO_DEVICE", "loudspeaker NO_DEVICE");
                sound.restart();
                ada.await("microphone WORKS", "loudspeaker WORKS");
            }
        }
    }

    /// A process with a person's devices.
    private static final class Program implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;
        private final Writer in;
        private final List<String> read = new ArrayList<>();

        private Program(Process process) {
            this.process = process;
            this.out = process.inputReader();
            this.in = process.outputWriter();
        }

        static Program start(VirtualSound sound, String person, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
                    PassThrough.class.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(sound.environment(person));
            return new Program(builder.start());
        }

        void ask(String line) throws IOException {
            in.write(line + "\n");
            in.flush();
            await("answer to " + line);
        }

        /// Waits for a line that begins so, and for those that begin as the others do, in any order.
        ///
        /// @return the last of them
        String await(String... beginnings) throws IOException {
            List<String> missing = new ArrayList<>(List.of(beginnings));
            while (true) {
                String line = out.readLine();
                if (line == null) {
                    throw new AssertionError("ended without saying %s, but %s".formatted(missing, read));
                }
                read.add(line);
                missing.removeIf(line::startsWith);
                if (missing.isEmpty()) {
                    return line;
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
