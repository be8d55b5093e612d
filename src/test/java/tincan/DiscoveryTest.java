package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.nearby.AnnouncingPeer;
import tincan.nearby.JmdnsPeer;
import tincan.net.Avahi;
import tincan.net.Namespaces;
import tincan.net.Namespaces.Namespace;

/// Sessions found from one computer to another, each a namespace with `tincan find` or a host that announces.
@Timeout(180)
final class DiscoveryTest {
    private static final String ID = "0123456789abcdef";
    private static final Duration FOUND_GONE = Duration.ofSeconds(10);

    private final Namespaces namespaces = Namespaces.orSkip();
    private final List<TincanProcess> processes = new ArrayList<>();
    private final Namespace ada = namespaces.add("ada");
    private final Namespace bob = namespaces.add("bob");

    @BeforeEach
    void cable() {
        namespaces.cable(ada, "e0", bob, "e0");
    }

    @AfterEach
    void close() {
        processes.forEach(TincanProcess::close);
        namespaces.close();
    }

    @Test
    void aSessionIsFoundByBothFamiliesOnceAndGoesAtOnceWhenItIsClosed() throws Exception {
        addresses();
        TincanProcess finder = find(bob);
        TincanProcess host = announce(ada, ID, 8462);
        String found = finder.line("[fe80:");
        assertTrue(found.startsWith("{\"event\":\"found\",\"id\":\"%s\",\"title\":\"Ada's session\",\"host\":\"Ada\","
                .formatted(ID)
                + "\"open\":false,\"version\":1,\"addresses\":[\"10.9.0.1:8462\",\"[fd09::1]:8462\",\"[fe80:"), found);
        host.typeNoMore();
        assertEquals("{\"event\":\"gone\",\"id\":\"%s\"}".formatted(ID), finder.line("gone"));
        assertEquals(0, host.exit());
    }

    @Test
    void eachSideFindsTheOtherAndItself() throws Exception {
        addresses();
        TincanProcess adas = find(ada);
        TincanProcess bobs = find(bob);
        announce(ada, ID, 8462);
        announce(bob, "fedcba9876543210", 9000);
        for (TincanProcess each : List.of(adas, bobs)) {
            each.line("\"addresses\":[\"10.9.0.1:8462\"");
            each.line("\"addresses\":[\"10.9.0.2:9000\"");
        }
    }

    @Test
    void oneWhoLooksLaterFindsASessionThatIsThere() throws Exception {
        addresses();
        TincanProcess early = find(bob);
        announce(ada, ID, 8462);
        early.line("10.9.0.1:8462");
        find(bob).line("10.9.0.1:8462");
    }

    @Test
    void withoutIpv4ItIsFoundByIpv6Alone() throws Exception {
        announce(ada, ID, 8462);
        TincanProcess finder = find(bob);
        finder.line("\"addresses\":[\"[fe80:");
    }

    @Test
    void withoutIpv6ItIsFoundByIpv4Alone() throws Exception {
        for (Namespace each : List.of(ada, bob)) {
            each.run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6");
        }
        ada.address("e0", "10.9.0.1/24");
        bob.address("e0", "10.9.0.2/24");
        announce(ada, ID, 8462);
        find(bob).line("\"addresses\":[\"10.9.0.1:8462\"]");
    }

    @Test
    void aNewAddressIsFollowedAndTheFormerOneForgotten() throws Exception {
        addresses();
        TincanProcess finder = find(bob);
        announce(ada, ID, 8462);
        finder.line("\"addresses\":[\"10.9.0.1:8462\"");
        ada.withoutAddress("e0", "10.9.0.1/24");
        ada.address("e0", "10.9.0.3/24");
        finder.line("\"addresses\":[\"10.9.0.3:8462\",\"[fd09::1]:8462\"");
        assertEquals(List.of(), finder.with("gone"));
    }

    @Test
    void aSessionIsFoundOnAnInterfaceThatComesLater() throws Exception {
        TincanProcess finder = find(bob);
        announce(ada, ID, 8462);
        finder.line("\"addresses\":[\"[fe80:");
        namespaces.cable(ada, "e1", bob, "e1");
        ada.address("e1", "10.8.0.1/24");
        bob.address("e1", "10.8.0.2/24");
        finder.line("\"addresses\":[\"10.8.0.1:8462\"");
    }

    @Test
    void aHostThatCrashesIsGoneWithinTenSeconds() throws Exception {
        addresses();
        TincanProcess finder = find(bob);
        TincanProcess host = announce(ada, ID, 8462);
        finder.line("10.9.0.1:8462");
        host.kill();
        long killed = System.nanoTime();
        finder.line("gone");
        Duration took = Duration.ofNanos(System.nanoTime() - killed);
        assertTrue(took.compareTo(FOUND_GONE) < 0, "gone after " + took);
    }

    @Test
    void onTwoInterfacesItIsOneSessionAndStaysWhileOneOfThemWorks() throws Exception {
        addresses();
        namespaces.cable(ada, "e1", bob, "e1");
        ada.address("e1", "10.8.0.1/24");
        bob.address("e1", "10.8.0.2/24");
        TincanProcess finder = find(bob);
        announce(ada, ID, 8462);
        finder.line("10.8.0.1:8462");
        finder.line("10.9.0.1:8462");
        bob.down("e0");
        finder.line("\"addresses\":[\"10.8.0.1:8462\",\"[fe80:");
        assertEquals(List.of(), finder.with("gone"));
    }

    @Test
    void aHostThatComesBackElsewhereTakesTheRowOfTheFormerOne() throws Exception {
        addresses();
        TincanProcess finder = find(bob);
        TincanProcess former = announce(ada, ID, 8462);
        finder.line("10.9.0.1:8462");
        former.kill();
        announce(ada, ID, 9000);
        String found = finder.line("10.9.0.1:9000");
        assertTrue(!found.contains("8462"), found);
        assertEquals(List.of(), finder.with("gone"));
    }

    @Test
    void twoProgramsOnAComputerWithoutANetworkFindEachOther() throws Exception {
        ada.down("e0");
        announce(ada, ID, 8462);
        find(ada).line("\"addresses\":[\"127.0.0.1:8462\"");
    }

    @Test
    void withoutAnyInterfaceThatIsSaid() throws Exception {
        bob.down("e0");
        bob.down("lo");
        TincanProcess finder = in(bob, "find", "--seconds", "1");
        assertEquals(0, finder.exit());
        assertTrue(finder.out().getFirst().startsWith("There is no network here"), finder.toString());
    }

    @Test
    void avahiAndTincanFindEachOthersSessionsOnTheSameComputerAndAcross() throws Exception {
        addresses();
        try (Avahi avahi = Avahi.startOrSkip(bob)) {
            TincanProcess finder = find(ada);
            announce(ada, ID, 8462);
            announce(bob, "fedcba9876543210", 9000);
            TincanProcess browse = kept(TincanProcess.command(avahi.command("avahi-browse", "-rp", "_tincan._tcp")));
            for (String family : List.of("IPv4", "IPv6")) {
                String found = browse.line("=;e0;%s;Ada\\039s\\032session\\032\\04001234567\\041;".formatted(family));
                assertTrue(found.contains(";_tincan._tcp;local;tincan-%s.local;".formatted(ID)), found);
                assertTrue(found.contains(";8462;") && found.contains("\"title=Ada's session\"")
                        && found.contains("\"auth=private\""), found);
                browse.line("=;e0;%s;Ada\\039s\\032session\\032\\040fedcba98\\041;".formatted(family));
            }
            kept(TincanProcess.command(
                    avahi.command("avahi-publish", "-s", "Andere Sitzung ☎", "_tincan._tcp", "4711", "v=1", "auth=open",
                            "id=aaaaaaaaaaaaaaaa", "title=Andere Sitzung ☎", "host=Avi")));
            finder.line("\"title\":\"Andere Sitzung ☎\",\"host\":\"Avi\",\"open\":true,\"version\":1,"
                    + "\"addresses\":[\"10.9.0.2:4711\"");
        }
    }

    @Test
    void whatAvahiTakesBackIsGone() throws Exception {
        addresses();
        try (Avahi avahi = Avahi.startOrSkip(bob)) {
            TincanProcess finder = find(ada);
            TincanProcess published = kept(
                    TincanProcess.command(avahi.command("avahi-publish", "-s", "Other", "_tincan._tcp", "4711", "v=1",
                            "id=aaaaaaaaaaaaaaaa")));
            finder.line("10.9.0.2:4711");
            published.stop();
            finder.line("\"gone\",\"id\":\"aaaaaaaaaaaaaaaa\"");
        }
    }

    @Test
    void jmdnsAndTincanFindEachOthersSessions() throws Exception {
        addresses();
        TincanProcess finder = find(ada);
        TincanProcess host = announce(ada, ID, 8462);
        TincanProcess jmdns = peer(bob, JmdnsPeer.class, "10.9.0.2", "bbbbbbbbbbbbbbbb", "Jims Sitzung ☎");
        jmdns.line("resolved Ada's session (01234567) %s Ada's session 8462".formatted(ID));
        finder.line("\"title\":\"Jims Sitzung ☎\",\"host\":\"Jim\",\"open\":true,\"version\":1,"
                + "\"addresses\":[\"10.9.0.2:4711\"");
        host.typeNoMore();
        jmdns.line("removed Ada's session (01234567)");
        jmdns.typeNoMore();
        finder.line("\"gone\",\"id\":\"bbbbbbbbbbbbbbbb\"");
    }

    private void addresses() {
        ada.address("e0", "10.9.0.1/24");
        ada.address("e0", "fd09::1/64");
        bob.address("e0", "10.9.0.2/24");
        bob.address("e0", "fd09::2/64");
    }

    private TincanProcess find(Namespace where) throws IOException {
        return in(where, "find", "--json", "--seconds", "600");
    }

    private TincanProcess in(Namespace where, String... arguments) throws IOException {
        return kept(TincanProcess.run(List.of(), builder -> builder.command(where.command(builder.command())),
                arguments));
    }

    private TincanProcess announce(Namespace where, String id, int port) throws IOException {
        TincanProcess host = peer(where, AnnouncingPeer.class, id, "Ada's session", "Ada", Integer.toString(port));
        host.line("announced");
        return host;
    }

    /// Runs a program of the tests.
    private TincanProcess peer(Namespace where, Class<?> program, String... arguments) throws IOException {
        String classes = String.join(File.pathSeparator, Path.of("target", "test-classes").toString(),
                System.getProperty("jdk.module.path"), System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", classes, program.getName()));
        command.addAll(List.of(arguments));
        return kept(TincanProcess.command(where.command(command)));
    }

    private TincanProcess kept(TincanProcess process) {
        processes.add(process);
        return process;
    }
}
