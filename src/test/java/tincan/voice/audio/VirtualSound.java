package tincan.voice.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Microphones and loudspeakers that only one test knows: a PulseAudio server of its own, with a pair of null sinks a
/// person. What is played into a person's microphone is heard by the process that has the person's [#environment]. Needs
/// pulseaudio, pulseaudio-utils, libasound2-plugins and espeak-ng; never touches the user's own server.
public final class VirtualSound implements AutoCloseable {
    /// A person whose loudspeaker is before the microphone: what it plays, it hears.
    public static final String LOOP = "loop";
    /// A person on the rig, whose mouth and ear are recorded on one clock, to the sample: [#recordRig].
    public static final String RIG = "rig";

    private static final long PATIENCE_SECONDS = 30;
    private static final List<String> NEEDED = List.of("/usr/bin/pulseaudio", "/usr/bin/pactl", "/usr/bin/parec",
            "/usr/bin/paplay", "/usr/bin/espeak-ng");

    private final Path folder;
    private final List<String> people;
    private final List<Process> processes = new ArrayList<>();

    private VirtualSound(Path folder, List<String> people) {
        this.folder = folder;
        this.people = people;
    }

    /// Starts it, or ends the test as skipped where it is not installed.
    public static VirtualSound startOrSkip(String... people) throws IOException, InterruptedException {
        NEEDED.forEach(program -> Assumptions.assumeTrue(Files.isExecutable(Path.of(program)),
                "no virtual sound here: %s is missing".formatted(program)));
        VirtualSound sound = new VirtualSound(Files.createTempDirectory("tincan-sound"), List.of(people));
        try {
            sound.prepare();
            sound.startServer();
        } catch (IOException | InterruptedException | RuntimeException e) {
            sound.close();
            throw e;
        }
        return sound;
    }

    private void prepare() throws IOException {
        for (String each : List.of("run", "state", "config")) {
            Files.createDirectory(folder.resolve(each));
        }
        // shared memory made the server abort after some dozens of clients
        Files.writeString(folder.resolve("config/client.conf"), "enable-shm = no\nautospawn = no\n");
        List<String> script = new ArrayList<>(List.of(".fail",
                "load-module module-native-protocol-unix auth-anonymous=1 socket=" + socket()));
        people.forEach(each -> script.addAll(sinks(each)));
        script.addAll(sinks(LOOP));
        script.addAll(rig());
        Files.write(folder.resolve("server.pa"), script);
    }

    /// With rewinds, an idle null sink would work in blocks of two seconds.
    private static List<String> sinks(String person) {
        return Stream.of("mic-" + person, "spk-" + person).map(sink -> "load-module module-null-sink sink_name=" + sink
                + " rate=48000 channels=1 norewinds=1").toList();
    }

    /// The left channel of one sink is the mouth, the right one the ear.
    private static List<String> rig() {
        return List.of(
                "load-module module-null-sink sink_name=bus rate=48000 channels=2 channel_map=front-left,front-right"
                        + " norewinds=1",
                "load-module module-remap-sink sink_name=mic-rig master=bus channels=1 channel_map=mono"
                        + " master_channel_map=front-left remix=no",
                "load-module module-remap-sink sink_name=spk-rig master=bus channels=1 channel_map=mono"
                        + " master_channel_map=front-right remix=no",
                "load-module module-remap-source source_name=mouth master=bus.monitor channels=1 channel_map=mono"
                        + " master_channel_map=front-left remix=no");
    }

    private Path socket() {
        return folder.resolve("run/native");
    }

    private void startServer() throws IOException, InterruptedException {
        Process server = start(List.of("pulseaudio", "-n", "-F", folder.resolve("server.pa").toString(),
                "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes",
                "--enable-memfd=no", "--log-level=error"), Redirect.LOG);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (start(List.of("pactl", "info"), Redirect.NOWHERE).waitFor() != 0) {
            if (!server.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IOException("no sound server: " + Files.readString(folder.resolve("log")));
            }
        }
        // a sink that somebody listens to works in short blocks from the beginning
        for (String person : people) {
            keepAwake("mic-" + person);
            keepAwake("spk-" + person);
        }
        keepAwake("spk-" + LOOP);
        keepAwake("bus");
    }

    private void keepAwake(String sink) throws IOException {
        start(List.of("parec", "-d", sink + ".monitor", "--latency-msec=20", "--raw"), Redirect.NOWHERE);
    }

    /// The server dies, without a word to its clients.
    public void kill() throws InterruptedException {
        for (Process each : processes.reversed()) {
            each.destroyForcibly().waitFor();
        }
        processes.clear();
    }

    /// It comes back at the same place.
    public void restart() throws IOException, InterruptedException {
        startServer();
    }

    /// What a process has to find in its environment to be this person.
    public Map<String, String> environment(String person) {
        String microphone = switch (person) {
            case LOOP -> "spk-loop.monitor";
            case RIG -> "mouth";
            default -> "mic-" + person + ".monitor";
        };
        return Map.of("PULSE_SERVER", "unix:" + socket(), "PULSE_RUNTIME_PATH", folder.resolve("run").toString(),
                "PULSE_STATE_PATH", folder.resolve("state").toString(), "PULSE_CONFIG_PATH",
                folder.resolve("config").toString(), "PULSE_SOURCE", microphone, "PULSE_SINK", "spk-" + person);
    }

    /// Words as a voice of the computer says them.
    ///
    /// @return a WAV file, which is gone when this is closed
    public Path speech(String words) throws IOException, InterruptedException {
        Path wav = Files.createTempFile(folder, "speech", ".wav");
        finish(start(List.of("espeak-ng", "-v", "en-us", "-s", "160", "-w", wav.toString(), words), Redirect.LOG));
        return wav;
    }

    /// Plays a file into a person's microphone, to its end.
    public void play(String person, Path wav) throws IOException, InterruptedException {
        finish(start(List.of("paplay", "-d", "mic-" + person, wav.toString()), Redirect.LOG));
    }

    /// The samples of a file.
    public static short[] samples(Path wav) throws IOException {
        try (var sound = WavFile.read(wav)) {
            return shorts(sound.readAllBytes());
        }
    }

    /// Records what a person's loudspeaker plays, from now on.
    public Recorder record(String person) throws IOException, InterruptedException {
        return recorder("spk-" + person + ".monitor", 1);
    }

    /// Records the mouth and the ear of the rig, in turns: a sample of the mouth, one of the ear. Large blocks: small
    /// ones would make the sink's own smaller, and with them what is measured.
    public Recorder recordRig() throws IOException, InterruptedException {
        return recorder("bus.monitor", 2);
    }

    private Recorder recorder(String source, int channels) throws IOException, InterruptedException {
        Path raw = Files.createTempFile(folder, "heard", ".raw");
        Process process = start(List.of("parec", "-d", source, "--latency-msec=100", "--raw", "--format=s16le",
                "--rate=48000", "--channels=" + channels, raw.toString()), Redirect.LOG);
        while (Files.size(raw) == 0 && process.isAlive()) {
            Thread.onSpinWait();
        }
        return new Recorder(process, raw);
    }

    private enum Redirect {
        LOG, NOWHERE
    }

    private Process start(List<String> command, Redirect to) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(to == Redirect.LOG
                ? ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())
                : ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment(people.isEmpty() ? LOOP : people.getFirst()));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("%s: %s".formatted(process.info().commandLine().orElse("a program"),
                    Files.readString(folder.resolve("log"))));
        }
    }

    private static short[] shorts(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        Pcm.fromBytes(bytes, samples);
        return samples;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /// Records until it is stopped.
    public static final class Recorder {
        private final Process process;
        private final Path raw;

        private Recorder(Process process, Path raw) {
            this.process = process;
            this.raw = raw;
        }

        /// Waits until so much more has been recorded, which takes as long.
        public void more(Duration time) throws IOException {
            long enough = Files.size(raw) + time.toMillis() * 2 * Pcm.RATE / 1000;
            while (Files.size(raw) < enough && process.isAlive()) {
                Thread.onSpinWait();
            }
        }

        public short[] stop() throws IOException, InterruptedException {
            process.destroy();
            process.waitFor();
            return shorts(Files.readAllBytes(raw));
        }
    }
}
