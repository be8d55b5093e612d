package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.trace.EventLog;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;
import tincan.trace.export.BrokenRecording.Reason;

final class RecordingFileTest {
    private static final String HEAD = "{\"tincan-recording\":1}\n";
    private static final String END = "{\"line\":\"end\",\"end\":0,\"name\":\"host\"}\n";

    @TempDir
    private Path folder;

    /// Everything about it as values. Bytes may be cut otherwise, but are the same at the same places.
    private static List<Object> values(Recording recording) {
        List<Object> values = new ArrayList<>();
        for (Recording.End end : recording.ends()) {
            values.add(List.of(end.name(), end.ahead(), end.events(), end.connections(), bytes(end.bytes())));
        }
        return values;
    }

    private static Map<String, Integer> bytes(Payload payload) {
        Map<String, StringBuilder> found = new TreeMap<>();
        Map<String, Long> ends = new HashMap<>();
        for (Payload.Piece piece : payload.pieces()) {
            String stream = piece.stream().toString();
            StringBuilder all = found.computeIfAbsent(stream, _ -> new StringBuilder());
            if (ends.getOrDefault(stream, -1L) != piece.from()) {
                all.append('@').append(piece.from()).append(' ');
            }
            all.append(new String(piece.bytes(), StandardCharsets.ISO_8859_1));
            ends.put(stream, piece.end());
        }
        Map<String, Integer> hashes = new TreeMap<>();
        found.forEach((stream, all) -> hashes.put(stream, all.toString().hashCode()));
        return hashes;
    }

    private static String lines(Recording recording) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RecordingFile.lines(recording, lines);
        return lines.toString(StandardCharsets.UTF_8);
    }

    private Reason refused(byte[] content) throws IOException {
        Path file = folder.resolve("bad.tincan");
        Files.write(file, content);
        return assertThrows(BrokenRecording.class, () -> RecordingFile.open(file)).reason();
    }

    private Reason refused(String content) throws IOException {
        return refused(content.getBytes(StandardCharsets.UTF_8));
    }

    private Recording opened(String content) throws IOException {
        Path file = folder.resolve("good.jsonl");
        Files.writeString(file, content);
        return RecordingFile.open(file);
    }

    @Test
    void whatIsReadEqualsWhatWasSaved() throws IOException {
        Path file = folder.resolve("a.tincan");
        for (int seed = 0; seed < 100; seed++) {
            Recording recording = new RandomRecordings(seed).recording();
            RecordingFile.save(recording, file);
            assertEquals(values(recording), values(RecordingFile.open(file)), "seed " + seed);
        }
    }

    @Test
    void theLinesByThemselvesAreARecordingToo() throws IOException {
        Recording recording = new RandomRecordings(7).recording();
        assertEquals(values(recording), values(opened(lines(recording))));
    }

    @Test
    void everyLineIsPlainAscii() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            String lines = lines(new RandomRecordings(seed).recording());
            assertTrue(lines.chars().allMatch(sign -> sign == '\n' || (sign >= ' ' && sign < 127)), "seed " + seed);
        }
    }

    @Test
    void aLogIsTheSameAfterItWasSavedAndReplayed() throws IOException {
        Recording recording = new RandomRecordings(11).recording();
        EventLog log = recording.ends().getFirst().replayed();
        Recording again = Recording.of(recording.ends().getFirst().name(), log);
        assertEquals(values(new Recording(List.of(recording.ends().getFirst()))), values(again));
    }

    @Test
    void anOlderFileIsReplacedAndNothingElseStaysInTheFolder() throws IOException {
        Path file = folder.resolve("a.tincan");
        Files.writeString(file, "old");
        RecordingFile.save(new RandomRecordings(1).recording(), file);
        RecordingFile.open(file);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void ofALaterVersionWhatIsUnknownIsPassedOver() throws IOException {
        Recording recording = opened(HEAD + END + "{\"line\":\"colour\",\"end\":0,\"of\":{\"deep\":[1,2]}}\n"
                + event(1, "\"what\":\"telepathy\"") + event(2, "\"what\":\"began\",\"call\":\"beam\"")
                + event(3, "\"what\":\"note\",\"text\":\"yes\",\"mood\":{\"good\":true}"));
        assertEquals(List.of(new TraceEvent.Note("yes")),
                recording.ends().getFirst().events().stream().map(TraceEvent::what).toList());
    }

    private static String event(int number, String more) {
        return "{\"line\":\"event\",\"end\":0,\"number\":%d,\"at\":\"2026-11-21T10:00:00Z\",%s}%n".formatted(number,
                more);
    }

    @Test
    void whatIsNoRecordingIsSaid() throws IOException {
        assertEquals(Reason.NO_RECORDING, refused(""));
        assertEquals(Reason.NO_RECORDING, refused("hello\n"));
        assertEquals(Reason.NO_RECORDING, refused("{\"event\":\"said\"}\n"));
        assertEquals(Reason.NEWER, refused("{\"tincan-recording\":2}\n"));
    }

    @Test
    void whatIsDamagedIsSaid() throws IOException {
        Reason damaged = Reason.DAMAGED;
        assertEquals(damaged, refused(HEAD + END + "{\"line\":"));
        assertEquals(damaged, refused(HEAD + event(1, "\"what\":\"note\"")));
        assertEquals(damaged, refused(HEAD + END + event(2, "\"what\":\"note\"") + event(2, "\"what\":\"note\"")));
        assertEquals(damaged,
                refused(HEAD + END + "{\"line\":\"event\",\"number\":1,\"at\":\"now\",\"what\":\"note\"}"));
        assertEquals(damaged, refused(HEAD + END
                + event(1, "\"what\":\"moved\",\"call\":\"read\",\"from\":-1,\"bytes\":3")));
        assertEquals(damaged, refused(HEAD + END
                + event(1, "\"what\":\"moved\",\"call\":\"read\",\"from\":1,\"bytes\":3000000000")));
        assertEquals(damaged, refused(HEAD + END
                + event(1, "\"what\":\"datagram\",\"call\":\"sendto\",\"peer\":\"example.org:1\"").replace("sendto",
                        "send-to")));
        assertEquals(damaged, refused(HEAD + END
                + "{\"line\":\"bytes\",\"direction\":\"in\",\"layer\":\"wire\",\"base64\":\"???\"}"));
        assertEquals(damaged, refused(HEAD + "{\"line\":\"end\",\"end\":0,\"ahead\":9223372036854775807}"));
    }

    @Test
    void aFileThatIsCutAnywhereIsDamagedOrEndsEarlyButNeverFailsOtherwise() throws IOException {
        Path file = folder.resolve("a.tincan");
        RecordingFile.save(new RandomRecordings(3).recording(), file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1))), "cut");
            byte[] spoilt = whole.clone();
            spoilt[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, spoilt);
            try {
                RecordingFile.open(file);
            } catch (BrokenRecording _) {
                // as it should be, unless it was a byte that says nothing
            }
        }
    }

    /// A few hundred kilobytes that unpack to hundreds of megabytes.
    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        assertEquals(Reason.TOO_LARGE, refused(bomb(HEAD + END, new byte[1 << 16], 1_000)));
        byte[] unknown = ("{\"line\":\"" + "x".repeat(100_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(Reason.TOO_LARGE, refused(bomb(HEAD + END, unknown, 4_100)));
        byte[] small = "{}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertEquals(Reason.TOO_LARGE, refused(bomb(HEAD + END, small, 151)));
    }

    @Test
    void tooManyOfAnythingIsRefused() throws IOException {
        StringBuilder events = new StringBuilder(HEAD + END);
        for (int number = 1; number <= Bounds.EVENTS + 1; number++) {
            events.append("{\"line\":\"event\",\"number\":").append(number)
                    .append(",\"at\":\"2026-11-21T10:00:00Z\",\"what\":\"note\"}\n");
        }
        assertEquals(Reason.TOO_LARGE, refused(events.toString()));
        assertEquals(Reason.TOO_LARGE,
                refused(HEAD + END + END.replace(":0", ":1") + END.replace(":0", ":2")));
    }

    private static byte[] bomb(String begin, byte[] more, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(more);
            }
        }
        return packed.toByteArray();
    }
}
