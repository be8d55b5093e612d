package tincan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.voice.audio.Correlation;
import tincan.voice.audio.VirtualSound;

/// From the mouth of one guest to the ear of another, through the host: `Ear [5]` runs. Each of the three is a process
/// of the program, with a sound server of its own between them, whose one clock records mouth and ear to the sample. The
/// smallest median of all runs counts: what disturbs only adds. Writes a table into `target/bench`.
final class Ear {
    private static final int RUNS = 5;
    private static final String WORDS = "Alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike "
            + "november oscar papa quebec romeo sierra tango";
    private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");

    private Ear() {}

    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "| run | windows | correlation, median | delay ms, a quarter below | median | 95 %% below |%n"
                        + "|---|---|---|---|---|---|%n"));
        double least = Double.MAX_VALUE;
        for (int run = 1; run <= runs; run++) {
            List<Correlation.Window> windows = once();
            double median = millis(windows, 0.5);
            least = Math.min(least, median);
            table.append(String.format(Locale.ROOT, "| %d | %d | %.3f | %.1f | %.1f | %.1f |%n", run, windows.size(),
                    Correlation.quantile(windows, 0.5), millis(windows, 0.25), median, millis(windows, 0.95)));
        }
        table.append(String.format(Locale.ROOT, "%nSmallest median: %.1f ms.%n", least));
        Path file = Slice.tables().resolve("ear.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        System.out.print(table);
    }

    private static double millis(List<Correlation.Window> windows, double share) {
        return Correlation.delay(windows, share).toNanos() / 1e6;
    }

    /// The speaker has the rig's mouth and no ear that is recorded, the listener the rig's ear and a silent microphone.
    private static List<Correlation.Window> once() throws IOException, InterruptedException {
        try (VirtualSound sound = VirtualSound.startOrSkip("bob", "cy");
                Program host = Program.start(Map.of(), "host", "--open", "--unlisted", "--json", "--port", "0")) {
            String address = "127.0.0.1:" + host.port();
            Map<String, String> rig = sound.environment(VirtualSound.RIG);
            Map<String, String> bob = new HashMap<>(sound.environment("bob"));
            Map<String, String> cy = new HashMap<>(sound.environment("cy"));
            bob.put("PULSE_SOURCE", rig.get("PULSE_SOURCE"));
            cy.put("PULSE_SINK", rig.get("PULSE_SINK"));
            try (Program speaker = Program.start(bob, "join", address, "--json", "--voice", "--name", "Bob");
                    Program listener = Program.start(cy, "join", address, "--json", "--voice", "--name", "Cy")) {
                speaker.await("\"microphone\":\"silent\"");
                listener.await("\"microphone\":\"silent\"");
                return heard(sound);
            }
        }
    }

    private static List<Correlation.Window> heard(VirtualSound sound) throws IOException, InterruptedException {
        Path speech = sound.speech(WORDS);
        VirtualSound.Recorder recorder = sound.recordRig();
        sound.play(VirtualSound.RIG, speech);
        recorder.more(Duration.ofSeconds(2));
        short[] both = recorder.stop();
        short[] mouth = new short[both.length / 2];
        short[] ear = new short[both.length / 2];
        for (int i = 0; i < mouth.length; i++) {
            mouth[i] = both[2 * i];
            ear[i] = both[2 * i + 1];
        }
        return Correlation.windows(mouth, ear, Duration.ofMillis(600));
    }

    /// A process of the program.
    private record Program(Process process, BufferedReader lines) implements AutoCloseable {
        static Program start(Map<String, String> environment, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(Programs.java().toString(), "-XX:+UseSerialGC", "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dtincan.libraries=" + System.getProperty("tincan.libraries", ""), "-cp",
                    System.getProperty("java.class.path"), "tincan.Main"));
            command.addAll(Arrays.asList(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("XDG_STATE_HOME", Files.createTempDirectory("tincan-bench").toString());
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new Program(process, new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        String await(String part) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(part)) {
                    return line;
                }
            }
            throw new IOException("it ended before it said " + part);
        }

        String port() throws IOException {
            Matcher port = PORT.matcher(await("\"event\":\"listening\""));
            if (!port.find()) {
                throw new IOException("no port");
            }
            return port.group(1);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
