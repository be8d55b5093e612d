package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.net.Namespaces;
import tincan.net.Namespaces.Namespace;
import tincan.net.StormProxy;

/// Five people in a private session between two computers, while the network between them does its worst: the cable is
/// pulled and put back, packets are lost, and two of the guests come through a [StormProxy]. Nothing may be lost,
/// doubled or out of order. `-Dstorm.seconds=60` is the whole storm, `-Dstorm.seed=N` one that was.
@Timeout(600)
final class StormTest {
    private static final int SECONDS = Integer.getInteger("storm.seconds", 12);
    private static final Pattern SAID = Pattern
            .compile("\"seq\":(\\d+),\"from\":\"(\\w+)\",\"id\":(\\d+),\"text\":\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final String HOST_ADDRESS = "10.9.0.1";
    private static final int LONGEST_PAUSE_MILLIS = 300;
    private static final int LONGEST_CUT_MILLIS = 4_000;
    /// Longer than the silence after which a connection counts as lost.
    private static final int NOTICED_MILLIS = 6_000;

    private final Namespaces namespaces = Namespaces.orSkip();
    private final Namespace one = namespaces.add("one");
    private final Namespace other = namespaces.add("other");
    private final List<TincanProcess> processes = new ArrayList<>();
    private final Map<String, Integer> said = new HashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final SplittableRandom random;

    StormTest() {
        long seed = Long.getLong("storm.seed", new SplittableRandom().nextLong(1L << 40));
        System.out.println("storm of " + SECONDS + " s, storm.seed=" + seed);
        random = new SplittableRandom(seed);
    }

    @AfterEach
    void close() {
        processes.forEach(TincanProcess::close);
        namespaces.close();
    }

    @Test
    void whatFivePeopleSayInAStormIsTheSameForAll() throws Exception {
        namespaces.cable(one, "e0", other, "e0");
        one.address("e0", HOST_ADDRESS + "/24");
        other.address("e0", "10.9.0.2/24");
        for (Namespace each : List.of(one, other)) {
            each.nft("add table inet storm; add chain inet storm in { type filter hook input priority 0; }");
        }
        TincanProcess host = started(one, "host", "--json", "--name", "Ada", "--port", "0", "--title", "storm");
        Map<String, TincanProcess> people = new HashMap<>(Map.of("Ada", host));
        foundFromBothSides(host);
        Matcher code = CODE.matcher(host.line("\"event\":\"code\""));
        assertTrue(code.find());
        TincanProcess proxy = proxy(host.port());
        int proxied = Integer.parseInt(proxy.line("port ").substring("port ".length()));
        for (String name : List.of("Bob", "Cy")) {
            people.put(name, guest(name, HOST_ADDRESS + ":" + host.port(), code.group(1)));
        }
        for (String name : List.of("Dee", "Eve")) {
            people.put(name, guest(name, "127.0.0.1:" + proxied, code.group(1)));
        }
        for (TincanProcess each : people.values()) {
            each.lines("\"event\":\"joined\"", 1);
        }

        proxy.type("storm");
        List<CompletableFuture<Void>> talks = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (Map.Entry<String, TincanProcess> each : people.entrySet()) {
            SplittableRandom own = random.split();
            talks.add(CompletableFuture.runAsync(() -> talk(each.getKey(), each.getValue(), own, end),
                    Thread::startVirtualThread));
        }
        storm(end);
        talks.forEach(CompletableFuture::join);
        proxy.type("calm");
        people.forEach((name, process) -> process.type("{\"say\":\"" + name + " is done\"}"));
        for (TincanProcess each : people.values()) {
            each.lines(" is done\"", people.size());
        }

        List<String> told = transcript(host);
        for (Map.Entry<String, TincanProcess> each : people.entrySet()) {
            assertEquals(told, transcript(each.getValue()), each.getKey());
            assertEquals(
                    IntStream.rangeClosed(1, said.get(each.getKey())).mapToObj(n -> each.getKey() + " " + n).toList(),
                    told.stream()
                            .filter(text -> text.matches("\\d+ " + each.getKey() + " \\d+ " + each.getKey() + " \\d+"))
                            .map(text -> text.replaceAll("^\\d+ \\w+ \\d+ ", "")).toList());
        }
        long cuts = people.values().stream().mapToLong(each -> each.with("\"reconnecting\"").size()).sum();
        System.out.println(told.size() + " texts, " + cuts + " lost connections");
        assertTrue(cuts > 0, "that was no storm");
        leave(people, host);
    }

    private void foundFromBothSides(TincanProcess host) throws IOException {
        started(other, "find", "--json", "--seconds", "3600")
                .line("\"addresses\":[\"" + HOST_ADDRESS + ":" + host.port());
        TincanProcess second = started(other, "host", "--json", "--port", "0", "--title", "second");
        started(one, "find", "--json", "--seconds", "3600").line("\"addresses\":[\"10.9.0.2:" + second.port());
        processes.forEach(process -> {
            if (!process.equals(host)) {
                process.close();
            }
        });
    }

    private TincanProcess guest(String name, String address, String code) throws IOException {
        TincanProcess guest = TincanProcess.run(List.of("-XX:+UseSerialGC"), builder -> {
            builder.environment().put("TINCAN_CODE", code);
            builder.command(other.command(builder.command()));
        }, "join", address, "--json", "--name", name);
        processes.add(guest);
        return guest;
    }

    /// Runs tincan on a computer, where it is announced.
    private TincanProcess started(Namespace where, String... arguments) throws IOException {
        TincanProcess process = TincanProcess.run(List.of("-XX:+UseSerialGC"), builder -> {
            List<String> command = new ArrayList<>(builder.command());
            command.remove("--unlisted");
            builder.command(where.command(command));
        }, arguments);
        processes.add(process);
        return process;
    }

    private TincanProcess proxy(int port) throws IOException {
        TincanProcess proxy = TincanProcess.command(other.command(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(), StormProxy.class.getName(),
                HOST_ADDRESS, "" + port, "" + random.nextLong())));
        processes.add(proxy);
        return proxy;
    }

    private void talk(String name, TincanProcess process, SplittableRandom own, long end) {
        int count = 0;
        while (System.nanoTime() < end) {
            process.type("{\"say\":\"" + name + " " + ++count + "\"}");
            pause(own.nextInt(LONGEST_PAUSE_MILLIS));
        }
        synchronized (said) {
            said.put(name, count);
        }
    }

    /// Pulls the cable for so long that each side must notice, does one bad thing after another, and leaves a
    /// good network.
    private void storm(long end) {
        one.down("e0");
        pause(NOTICED_MILLIS);
        one.up("e0");
        while (System.nanoTime() < end) {
            Namespace where = random.nextBoolean() ? one : other;
            switch (random.nextInt(3)) {
                case 0 -> {
                    where.down("e0");
                    pause(random.nextInt(LONGEST_CUT_MILLIS));
                    where.up("e0");
                }
                case 1 -> {
                    where.nft("add rule inet storm in numgen random mod 100 < " + (1 + random.nextInt(60)) + " drop");
                    pause(random.nextInt(LONGEST_CUT_MILLIS));
                    where.nft("flush chain inet storm in");
                }
                default -> pause(random.nextInt(LONGEST_CUT_MILLIS / 4));
            }
        }
    }

    private void pause(int millis) {
        try {
            assertTrue(!never.await(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> transcript(TincanProcess process) {
        List<String> told = new ArrayList<>();
        for (String line : process.with("\"event\":\"said\"")) {
            Matcher matcher = SAID.matcher(line);
            assertTrue(matcher.find(), line);
            told.add("%s %s %s %s".formatted(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)));
        }
        return told;
    }

    private static void leave(Map<String, TincanProcess> people, TincanProcess host) throws Exception {
        for (TincanProcess each : people.values()) {
            if (!each.equals(host)) {
                each.typeNoMore();
                assertEquals(0, each.exit(), each::toString);
            }
        }
        host.typeNoMore();
        assertEquals(0, host.exit(), host::toString);
    }
}
