package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.net.Namespaces;
import tincan.net.Namespaces.Namespace;
import tincan.voice.Speech;
import tincan.voice.audio.WavFile;

/// The cable between two computers, recorded: what a private session and an open lesson look like from outside.
@Timeout(180)
final class WireTest {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final List<String> CONVERSATION = List.of("Penelope", "Ferdinand", "Watercolours",
            "the password is swordfish",
            "swordfish", "你好，世界", "hyacinth");
    /// A word of fewer letters is found in any noise.
    private static final int SHORTEST = 4;

    @TempDir
    private Path folder;

    private final Namespaces namespaces = Namespaces.orSkip();
    private final Namespace one = namespaces.add("one");
    private final Namespace other = namespaces.add("other");
    private final List<TincanProcess> processes = new ArrayList<>();

    @BeforeEach
    void cable() {
        namespaces.cable(one, "e0", other, "e0");
        one.address("e0", "10.9.0.1/24");
        other.address("e0", "10.9.0.2/24");
    }

    @AfterEach
    void close() {
        processes.forEach(TincanProcess::close);
        namespaces.close();
    }

    @Test
    void ofAPrivateSessionNothingIsReadable() throws Exception {
        TincanProcess recorder = recorder();
        TincanProcess host = host();
        Matcher code = CODE.matcher(host.line("\"event\":\"code\""));
        assertTrue(code.find());
        converse(host, code.group(1));
        List<byte[]> streams = streams(recorder, 4);
        assertTrue(streams.stream().mapToInt(stream -> stream.length).sum() > 4_000, "too little was recorded");
        List<String> secrets = new ArrayList<>(CONVERSATION);
        secrets.add(code.group(1));
        for (String part : code.group(1).split("-")) {
            if (part.length() >= SHORTEST) {
                secrets.add(part);
            }
        }
        for (String secret : secrets) {
            assertEquals(List.of(), found(secret, streams), secret);
        }
        for (byte[] stream : streams) {
            assertTrue(stream[0] == 22 && stream[1] == 3, "a stream of TLS begins with a handshake record");
        }
    }

    @Test
    void anOpenLessonIsReadable() throws Exception {
        TincanProcess recorder = recorder();
        converse(host("--open"), "");
        List<byte[]> streams = streams(recorder, 4);
        for (String word : CONVERSATION) {
            assertTrue(!found(word, streams).isEmpty(), word);
        }
    }

    @Test
    void inAnOpenLessonVoiceIsReadable() throws Exception {
        TincanProcess recorder = voiceRecorder();
        TincanProcess guest = speak(host("--open"), "");
        String voice = recorder.line("\t1\t2\t");
        assertTrue(voice.matches("\\d+\t1\t2\t[0-9a-f]{8,}\t"), voice);
        guest.typeNoMore();
        assertEquals(0, guest.exit());
    }

    @Test
    void ofPrivateVoiceOnlyItsSenderIs() throws Exception {
        TincanProcess recorder = voiceRecorder();
        TincanProcess host = host();
        Matcher code = CODE.matcher(host.line("\"event\":\"code\""));
        assertTrue(code.find());
        TincanProcess guest = speak(host, code.group(1));
        String voice = recorder.line("\t1\t2\t");
        assertTrue(voice.matches("\\d+\t1\t2\t\t[0-9a-f]{32}"), voice);
        guest.typeNoMore();
        assertEquals(0, guest.exit());
        recorder.stop();
        assertEquals(List.of(), recorder.whole().stream().filter(line -> !line.matches(".*\t\t[0-9a-f]*")).toList());
    }

    /// A guest that speaks at once.
    private TincanProcess speak(TincanProcess host, String code) throws IOException {
        Path said = folder.resolve("said.wav");
        try (WavFile wav = WavFile.create(said)) {
            wav.append(Speech.recording());
        }
        return guest(host.port(), code, "Ferdinand", "--microphone", said.toString());
    }

    /// Two guests, one of whom is lost and comes back.
    private void converse(TincanProcess host, String code) throws Exception {
        TincanProcess first = guest(host.port(), code, "Ferdinand");
        host.line("\"joined\",\"member\":\"Ferdinand\"");
        first.type("{\"say\":\"the password is swordfish\"}");
        host.line("swordfish");
        host.type("{\"say\":\"你好，世界\"}");
        first.line("你好，世界");
        other.down("e0");
        host.line("\"lost\",\"member\":\"Ferdinand\"");
        first.line("reconnecting");
        first.type("{\"say\":\"hyacinth\"}");
        other.up("e0");
        host.line("hyacinth");
        first.typeNoMore();
        assertEquals(0, first.exit());
    }

    private TincanProcess host(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("host", "--json", "--port", "0", "--name", "Penelope", "--title",
                        "Watercolours"));
        arguments.addAll(List.of(more));
        TincanProcess host = TincanProcess.run(List.of(), builder -> builder.command(one.command(builder.command())),
                arguments.toArray(String[]::new));
        processes.add(host);
        return host;
    }

    private TincanProcess guest(int port, String code, String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("join", "10.9.0.1:" + port, "--json", "--name", name));
        arguments.addAll(List.of(more));
        TincanProcess guest = TincanProcess.run(List.of(), builder -> {
            builder.environment().put("TINCAN_CODE", code);
            builder.command(other.command(builder.command()));
        }, arguments.toArray(String[]::new));
        processes.add(guest);
        return guest;
    }

    /// Records what goes over the cable from now on. It is known to record once it has seen a datagram.
    private TincanProcess recorder() throws IOException {
        return recorder("-f", "tcp or udp port 9", "-T", "fields", "-e", "udp.dstport", "-e", "tcp.stream", "-e",
                "tcp.srcport", "-e", "tcp.seq_raw", "-e", "tcp.payload");
    }

    /// The same of datagrams, each as a line of port, type, sender, sound and proof.
    private TincanProcess voiceRecorder() throws IOException {
        return recorder("-f", "udp", "-X", "lua_script:" + Path.of("assets", "tincan.lua").toAbsolutePath(), "-T",
                "fields", "-e", "udp.dstport", "-e", "tincan_voice.type", "-e", "tincan_voice.sender", "-e",
                "tincan_voice.sound", "-e", "tincan_voice.tag");
    }

    private TincanProcess recorder(String... arguments) throws IOException {
        Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark"))), "no tshark here to record with");
        List<String> command = new ArrayList<>(List.of("tshark", "-i", "e0", "-l", "-n"));
        command.addAll(List.of(arguments));
        TincanProcess recorder = TincanProcess.command(one.command(command));
        processes.add(recorder);
        while (recorder.with("9\t").isEmpty()) {
            other.run("bash", "-c", "echo now > /dev/udp/10.9.0.1/9");
        }
        return recorder;
    }

    /// The payloads of each direction of each connection, once there are so many.
    private static List<byte[]> streams(TincanProcess recorder, int atLeast) {
        Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
        Map<String, Long> seen = new TreeMap<>();
        recorder.stop();
        for (String line : recorder.whole()) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 5 && !fields[4].isEmpty()
                    && seen.put(fields[1] + ":" + fields[2] + ":" + fields[3], 1L) == null) {
                streams.computeIfAbsent(fields[1] + ":" + fields[2], _ -> new ByteArrayOutputStream())
                        .writeBytes(HexFormat.of().parseHex(fields[4].replace(":", "").toLowerCase(Locale.ROOT)));
            }
        }
        assertTrue(streams.size() >= atLeast, () -> "recorded " + streams.keySet());
        return streams.values().stream().map(ByteArrayOutputStream::toByteArray).toList();
    }

    /// In which of the usual forms a text stands in the streams.
    private static List<String> found(String text, List<byte[]> streams) {
        List<String> forms = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = text.getBytes(charset);
            forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            for (int shift = 0; shift < 3; shift++) {
                forms.add(inBase64(bytes, shift));
            }
        }
        forms.add(text.toUpperCase(Locale.ROOT));
        return forms.stream().filter(form -> streams.stream()
                .anyMatch(stream -> new String(stream, StandardCharsets.ISO_8859_1).contains(form))).toList();
    }

    /// What of the base 64 of a text that begins so many bytes into a group of three does not depend on its neighbours.
    private static String inBase64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (shift * 8 + 5) / 6;
        int to = (shift + bytes.length) * 8 / 6;
        return whole.substring(from, to);
    }
}
