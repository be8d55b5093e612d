package tincan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.voice.Speech;
import tincan.voice.audio.Correlation;
import tincan.voice.audio.Pcm;
import tincan.voice.audio.VirtualSound;
import tincan.voice.audio.WavFile;

/// Voice from file to file, for computers without sound: everywhere, and always run.
@Timeout(240)
final class VoiceInFilesTest {
    /// Silence before the first word, in which the others come in.
    private static final int LEAD_SECONDS = 8;

    private static final int SPEECH_SECONDS = 11;

    @TempDir
    Path folder;

    @Test
    void whatOneFileSaysAnotherHearsThroughTheHost() throws Exception {
        Path said = folder.resolve("said.wav");
        Path heard = folder.resolve("heard.wav");
        try (WavFile wav = WavFile.create(said)) {
            wav.append(new short[LEAD_SECONDS * Pcm.RATE]);
            wav.append(Speech.recording());
        }
        try (TincanProcess host = TincanProcess.run("host", "--open", "--json", "--port", "0", "--name", "Ada");
                TincanProcess cy = join(host, "Cy", "--speaker", heard.toString())) {
            cy.line("\"path\":\"datagrams\"");
            try (TincanProcess bob = join(host, "Bob", "--microphone", said.toString())) {
                bob.line("\"path\":\"datagrams\"");
                awaitMore(heard, LEAD_SECONDS + SPEECH_SECONDS);
                bob.typeNoMore();
                assertEquals(0, bob.exit());
            }
            cy.typeNoMore();
            assertEquals(0, cy.exit());
        }
        assertAlike(VirtualSound.samples(said), VirtualSound.samples(heard));
    }

    @Test
    void whatIsSaidIsNotOverwrittenByWhatIsHeard() throws Exception {
        Path said = folder.resolve("said.wav");
        try (WavFile wav = WavFile.create(said)) {
            wav.append(Speech.recording());
        }
        byte[] before = Files.readAllBytes(said);
        try (TincanProcess bob = TincanProcess.run("join", "127.0.0.1:1", "--microphone", said.toString(), "--speaker",
                Files.createSymbolicLink(folder.resolve("heard.wav"), said).toString())) {
            assertEquals(2, bob.exit(), bob::toString);
            assertTrue(bob.err().getFirst().contains("two files"), bob::toString);
        }
        assertArrayEquals(before, Files.readAllBytes(said));
    }

    /// Waits until a file is so much longer.
    private static void awaitMore(Path wav, int seconds) throws IOException {
        long enough = Files.size(wav) + seconds * 2L * Pcm.RATE;
        while (Files.size(wav) < enough) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static TincanProcess join(TincanProcess host, String name, String... sound) throws Exception {
        return TincanProcess.run("join", "127.0.0.1:" + host.port(), "--json", "--name", name, sound[0], sound[1]);
    }

    private static void assertAlike(short[] said, short[] heard) {
        Duration before = Correlation.offset(said, heard).minusMillis(150);
        List<Correlation.Window> windows = Correlation.windows(said, Correlation.from(heard, before),
                Duration.ofMillis(400));
        assertTrue(windows.size() > 20, () -> windows.size() + " windows of speech");
        assertTrue(Correlation.quantile(windows, 0.5) >= 0.9, windows::toString);
    }
}
