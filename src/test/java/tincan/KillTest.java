package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that die in the middle of a conversation, without a goodbye, and are started again. `-Dkills=N` sets how
/// often, `-Dkill.seed=N` when.
@Timeout(1800)
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int TEXTS = 200;
    private static final Pattern SAID = Pattern
            .compile("\"seq\":(\\d+),(\"from\":\"([^\"]+)\",\"id\":(\\d+),\"text\":\"[^\"]+\")");
    private static final Pattern DELIVERED = Pattern.compile("\"event\":\"delivered\",\"id\":(\\d+)");

    /// What each host that died had told.
    private final List<Map<Long, String>> hostsSaw = new ArrayList<>();
    private RandomGenerator random = new SplittableRandom(0);

    @TempDir
    private Path folder;

    @BeforeEach
    void seed() {
        long seed = Long.getLong("kill.seed", new SplittableRandom().nextLong(1L << 40));
        System.out.println("kills " + KILLS + ", kill.seed=" + seed);
        random = new SplittableRandom(seed);
    }

    @Test
    void aHostThatIsKilledAndResumedHasLostNothingThatWasDelivered() throws Exception {
        TincanProcess host = host("--port", "0");
        int port = host.port();
        try (TincanProcess bob = guest("Bob", port);
                TincanProcess cy = guest("Cy", port);
                TincanProcess dee = guest("Dee", port)) {
            List<TincanProcess> guests = List.of(bob, cy, dee);
            for (TincanProcess guest : guests) {
                guest.line("\"event\":\"joined\"");
            }
            for (int round = 1; round <= KILLS; round++) {
                CompletableFuture<Void> talk = talk(guests, round, host);
                guests.get(random.nextInt(3)).lines("\"event\":\"delivered\"",
                        (round - 1) * TEXTS + 1 + random.nextInt(TEXTS));
                host.kill();
                hostsSaw.add(said(host.with("\"event\":\"said\"")));
                Set<Long> delivered = ids(host);
                talk.join();
                host = host("--resume");
                assertEquals(port, host.port());
                assertStillThere(delivered, host);
            }
            for (TincanProcess guest : guests) {
                guest.lines("\"event\":\"delivered\"", KILLS * TEXTS);
            }
            host.type("{\"say\":\"the end\"}");
            for (TincanProcess guest : guests) {
                guest.line("\"text\":\"the end\""); // it may not have been back when the others were
            }
            leave(guests, host);
            assertSameForAll(guests, host);
            try (Stream<Path> left = Files.walk(folder.resolve("host"))) {
                assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
            }
        } finally {
            host.close();
        }
    }

    private CompletableFuture<Void> talk(List<TincanProcess> guests, int round, TincanProcess host) {
        CompletableFuture<?>[] talking = guests.stream()
                .map(guest -> CompletableFuture.runAsync(() -> guest.pour(texts("text", round))))
                .toArray(CompletableFuture[]::new);
        // what is typed to a program that dies is lost with it
        CompletableFuture<Void> hostTalking = CompletableFuture.runAsync(() -> host.pour(texts("host", round)))
                .exceptionally(_ -> null);
        return CompletableFuture.allOf(talking).thenCombine(hostTalking, (all, _) -> all);
    }

    /// What a host that died had marked delivered is there again.
    private static void assertStillThere(Set<Long> delivered, TincanProcess host) {
        if (!delivered.isEmpty()) {
            long last = delivered.stream().mapToLong(Long::longValue).max().orElseThrow();
            host.line("\"from\":\"Ada\",\"id\":" + last + ",");
        }
    }

    private void assertSameForAll(List<TincanProcess> guests, TincanProcess host) {
        Map<Long, String> told = said(host.with("\"event\":\"said\""));
        assertEquals(told.size(), new HashSet<>(told.values()).size(), "a text is there twice");
        hostsSaw.forEach(saw -> saw.forEach((seq, text) -> assertEquals(told.get(seq), text, "entry " + seq)));
        for (String name : List.of("Bob", "Cy", "Dee")) {
            assertEquals(KILLS * TEXTS, told.values().stream().filter(text -> text.contains('"' + name + '"')).count());
        }
        for (TincanProcess guest : guests) {
            assertEquals(told, said(guest.with("\"event\":\"said\"")));
            assertEquals(IntStream.rangeClosed(1, KILLS * TEXTS).asLongStream().boxed().toList(),
                    List.copyOf(ids(guest)));
            assertEquals(List.of(), guest.with("(2)"));
        }
    }

    @Test
    void aGuestThatIsKilledAndStartedAgainHasItsOldPlaceAndSaysEverythingOnce() throws Exception {
        try (TincanProcess host = host("--port", "0"); TincanProcess cy = guest("Cy", host.port())) {
            TincanProcess bob = guest("Bob", host.port());
            for (int round = 1; round <= KILLS; round++) {
                bob.line("\"event\":\"welcomed\",\"member\":\"Bob\"");
                TincanProcess talking = bob;
                String name = "round" + round;
                CompletableFuture<Void> talk = CompletableFuture
                        .runAsync(() -> talking.pour(texts(name, 1))).exceptionally(_ -> null);
                host.lines("\"text\":\"" + name + ' ', 1 + random.nextInt(TEXTS));
                bob.kill();
                talk.join();
                bob = guest("Bob", host.port());
            }
            bob.type("{\"say\":\"the end\"}");
            cy.line("\"text\":\"the end\"");
            leave(List.of(bob, cy), host);
            assertBobSaidEverythingOnce(host);
            assertEquals(said(host.with("\"event\":\"said\"")), said(bob.with("\"event\":\"said\"")));
            assertEquals(1, host.with("\"joined\",\"member\":\"Bob\"").size());
            assertEquals(KILLS, host.with("\"returned\",\"member\":\"Bob\"").size());
            assertTrue(bob.with("\"event\":\"said\"").getFirst().contains("\"history\":true"), bob::toString);
            assertFalse(bob.line("\"text\":\"the end\"").contains("history"), bob::toString);
            try (Stream<Path> left = Files.walk(folder.resolve("Bob"))) {
                assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
            }
        }
    }

    /// Whatever was taken before a kill arrived: of each round a beginning, under ids without a hole.
    private static void assertBobSaidEverythingOnce(TincanProcess host) {
        List<String> bob = said(host.with("\"from\":\"Bob\"")).values().stream().toList();
        int next = 1;
        String round = "";
        for (int i = 0; i < bob.size() - 1; i++) {
            String[] words = bob.get(i).replaceAll(".*\"text\":\"([^\"]+)\"", "$1").split(" ");
            next = words[0].equals(round) ? next + 1 : 1;
            round = words[0];
            assertTrue(bob.get(i).contains("\"id\":" + (i + 1) + ","), bob.get(i));
            assertEquals(next, Integer.parseInt(words[1]), bob.get(i));
        }
    }

    private static void leave(List<TincanProcess> guests, TincanProcess host) throws Exception {
        for (TincanProcess guest : guests) {
            guest.typeNoMore();
            assertEquals(0, guest.exit(), guest::toString);
        }
        host.typeNoMore();
        assertEquals(0, host.exit(), host::toString);
    }

    private TincanProcess host(String... more) throws IOException {
        return run(Stream.concat(Stream.of("host", "--open", "--json", "--name", "Ada", "--home",
                folder.resolve("host").toString()), Stream.of(more)).toArray(String[]::new));
    }

    private TincanProcess guest(String name, int port) throws IOException {
        return run("join", "127.0.0.1:" + port, "--json", "--name", name, "--home",
                folder.resolve(name).toString());
    }

    /// Many short lives: none is worth an optimising compiler.
    private static TincanProcess run(String... arguments) throws IOException {
        return TincanProcess.run(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), _ -> {
        }, arguments);
    }

    private static List<String> texts(String name, int round) {
        return IntStream.rangeClosed((round - 1) * TEXTS + 1, round * TEXTS)
                .mapToObj(n -> "{\"say\":\"%s %d\"}".formatted(name, n)).toList();
    }

    /// The texts by their numbers.
    private static Map<Long, String> said(List<String> lines) {
        Map<Long, String> said = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = SAID.matcher(line);
            assertTrue(matcher.find(), line);
            String before = said.put(Long.valueOf(matcher.group(1)), matcher.group(2));
            assertTrue(before == null, line + " was " + before);
        }
        return said;
    }

    private static Set<Long> ids(TincanProcess process) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String line : process.with("\"event\":\"delivered\"")) {
            Matcher matcher = DELIVERED.matcher(line);
            assertTrue(matcher.find() && ids.add(Long.valueOf(matcher.group(1))), line);
        }
        return ids;
    }
}
