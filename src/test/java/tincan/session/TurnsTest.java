package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Command;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.room.Outcome;
import tincan.room.RoomRules;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Walkie-talkie by text, over real sockets: a host, guests, and a person with plain lines.
@Timeout(120)
class TurnsTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Ear hostEar = new Ear();
    private final Ear bobEar = new Ear();
    private final Ear cyEar = new Ear();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private HostSession host() throws SessionFailure {
        HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback()
                .withRules(RoomRules.DEFAULT.withMode(Mode.WALKIE_TALKIE)), EventLog.off());
        host.start(hostEar);
        open.add(host);
        return host;
    }

    private GuestSession join(int port, String name, Ear ear) throws SessionFailure {
        GuestSession guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", port, ""), name),
                EventLog.off());
        guest.start(ear);
        open.add(guest);
        return guest;
    }

    /// Waits until the last that was told of the floor is so.
    private static void awaitStand(Ear ear, Stand stand, String holder) throws InterruptedException {
        ear.await(events -> events.reversed().stream().filter(SessionEvent.FloorChanged.class::isInstance).findFirst()
                .map(event -> ((SessionEvent.FloorChanged) event).floor())
                .filter(floor -> floor.stand() == stand && floor.name().equals(holder)).isPresent(),
                stand + " " + holder);
    }

    /// Waits until texts may be said, and asks again whenever what was asked for is void.
    private static void awaitTurn(Session session, Ear ear) throws InterruptedException {
        ear.await(_ -> {
            Stand stand = session.floor().view().stand();
            if (stand == Stand.IDLE || stand == Stand.TAKEN) {
                session.floor().request();
            }
            return stand == Stand.GRANTED || stand == Stand.OFF;
        }, "a turn");
    }

    private static void awaitConnections(Ear ear, long count) throws InterruptedException {
        ear.await(events -> events.stream().filter(event -> event instanceof SessionEvent.StateChanged changed
                && changed.state() == LinkState.CONNECTED).count() >= count, count + " connections");
    }

    private static void talk(Session session, Ear ear) throws InterruptedException {
        session.floor().request();
        awaitStand(ear, Stand.GRANTED, session.self().name());
    }

    private static Sending.Why refused(Sending sending) {
        return assertInstanceOf(Sending.Rejected.class, sending).why();
    }

    @Test
    void twoGuestsAndAHostSpeakInTurns() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        GuestSession cy = join(host.port(), "Cy", cyEar);

        talk(bob, bobEar);
        awaitStand(cyEar, Stand.TAKEN, "Bob");
        assertEquals(Sending.Why.NOT_YOUR_TURN, refused(cy.say("too early")));
        assertEquals(Sending.Why.NOT_YOUR_TURN, refused(host.say("too early")));
        cy.floor().request();
        awaitStand(cyEar, Stand.QUEUED, "Bob");
        assertEquals(1, cy.floor().view().position());
        host.floor().request();
        awaitStand(hostEar, Stand.QUEUED, "Bob");

        assertInstanceOf(Sending.Accepted.class, bob.say("one"));
        assertInstanceOf(Sending.Accepted.class, bob.say("two"));
        bob.floor().release();
        awaitStand(cyEar, Stand.GRANTED, "Cy");
        assertInstanceOf(Sending.Accepted.class, cy.say("three"));
        cy.floor().release();
        awaitStand(hostEar, Stand.GRANTED, "Ada");
        assertInstanceOf(Sending.Accepted.class, host.say("four"));
        host.floor().release();

        for (Ear ear : List.of(hostEar, bobEar, cyEar)) {
            ear.awaitSaid("four");
            awaitStand(ear, Stand.IDLE, "");
            assertEquals(List.of("Bob: one", "Bob: two", "Cy: three", "Ada: four"), ear.transcript());
        }
    }

    @Test
    void aHostThatAsksTwiceGivesItsTurnAwayOnce() throws Exception {
        HostSession host = host();
        talk(host, hostEar);
        host.floor().request();
        assertEquals(Stand.GRANTED, host.floor().view().stand());
        host.floor().release();
        assertEquals(Stand.IDLE, host.floor().view().stand());
    }

    @Test
    void whoAsksForItAfterTheEndOfItsTurnKeepsIt() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        for (int n = 1; n <= 50; n++) {
            bob.floor().request();
            bobEar.await(_ -> bob.floor().view().stand() == Stand.GRANTED, "a turn");
            assertInstanceOf(Sending.Accepted.class, bob.say("before " + n));
            bob.floor().release();
            bob.floor().request();
            bobEar.await(_ -> bob.floor().view().stand() == Stand.GRANTED, "a turn");
            assertInstanceOf(Sending.Accepted.class, bob.say("after " + n));
            bob.floor().release();
        }
        hostEar.awaitSaid("after 50");
        awaitStand(hostEar, Stand.IDLE, "");
        assertEquals(100, hostEar.transcript().size());
    }

    @Test
    void whoLeavesIsStillToldToHaveSpoken() throws Exception {
        SharedRoom room = new SharedRoom(RoomRules.DEFAULT, InstantSource.system(), () -> {
        }, () -> {
        });
        room.decide(inside -> {
            Outcome.Admitted bob = (Outcome.Admitted) inside.apply(new Command.Join("Bob", "key", true), Instant.EPOCH);
            inside.turns().give(bob.seat().member(), false);
            inside.apply(new Command.Leave(bob.seat(), LeaveReason.LEFT), Instant.EPOCH);
            inside.turns().give(0, true);
            assertInstanceOf(Outcome.Appended.class,
                    inside.apply(new Command.EndTurn(bob.seat().member(), 7, 100), Instant.EPOCH));
        });
    }

    @Test
    void aNewcomerLearnsTheModeAndWhoseTurnItIs() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        talk(bob, bobEar);
        GuestSession cy = join(host.port(), "Cy", cyEar);
        awaitStand(cyEar, Stand.TAKEN, "Bob");
        assertEquals(Mode.WALKIE_TALKIE, cy.floor().mode());
        assertEquals(bob.self().member(), cy.floor().view().holder());
        assertEquals(bob.floor().view().epoch(), cy.floor().view().epoch());
        assertTrue(cy.floor().view().limitNanos() > System.nanoTime());
    }

    @Test
    void aHolderWhoseConnectionIsCutFreesTheFloorWithinTwoSeconds() throws Exception {
        HostSession host = host();
        CuttingProxy proxy = new CuttingProxy(host.port());
        open.add(proxy);
        GuestSession bob = join(proxy.port(), "Bob", bobEar);
        GuestSession cy = join(host.port(), "Cy", cyEar);
        talk(bob, bobEar);
        awaitStand(cyEar, Stand.TAKEN, "Bob");
        cy.floor().request();
        awaitStand(cyEar, Stand.QUEUED, "Bob");

        long cut = System.nanoTime();
        proxy.down(true);
        awaitStand(cyEar, Stand.GRANTED, "Cy");
        assertTrue(System.nanoTime() - cut < TimeUnit.SECONDS.toNanos(2), "the floor is free in time");
        bobEar.await(SessionEvent.FloorRevoked.class, revoked -> revoked.reason().equals("lease"),
                "the end of his turn");

        proxy.down(false);
        awaitStand(bobEar, Stand.TAKEN, "Cy");
        cy.floor().release();
        awaitStand(bobEar, Stand.IDLE, "");
        talk(bob, bobEar);
    }

    @Test
    void theHostTakesTheFloorFromWhoeverHasIt() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        talk(bob, bobEar);
        host.controls().orElseThrow().takeFloor();
        awaitStand(hostEar, Stand.GRANTED, "Ada");
        bobEar.await(SessionEvent.FloorRevoked.class, revoked -> revoked.reason().equals("override"), "the end");
        awaitStand(bobEar, Stand.TAKEN, "Ada");
        assertEquals(Sending.Why.NOT_YOUR_TURN, refused(bob.say("but")));
    }

    @Test
    void aRemovedHolderFreesTheFloor() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        talk(bob, bobEar);
        awaitStand(hostEar, Stand.TAKEN, "Bob");
        host.controls().orElseThrow().remove(bob.self().member());
        awaitStand(hostEar, Stand.IDLE, "");
    }

    @Test
    void whoHasTheFloorWhenEverybodyMaySpeakLosesItAndSpeaksOn() throws Exception {
        HostSession host = host();
        GuestSession bob = join(host.port(), "Bob", bobEar);
        GuestSession cy = join(host.port(), "Cy", cyEar);
        talk(bob, bobEar);
        cy.floor().request();
        awaitStand(cyEar, Stand.QUEUED, "Bob");
        host.controls().orElseThrow().mode(Mode.CHAT);
        bobEar.await(SessionEvent.FloorRevoked.class, revoked -> revoked.reason().equals("mode"),
                "the end of his turn");
        cyEar.await(SessionEvent.FloorDenied.class, denied -> denied.reason().equals("chat"), "no turn");
        awaitStand(bobEar, Stand.OFF, "");
        bob.say("at any time");
        cyEar.awaitSaid("at any time");
        cy.say("me too");
        bobEar.awaitSaid("me too");
        assertEquals(Mode.CHAT, bob.floor().mode());
        assertTrue(bobEar.events().stream().anyMatch(event -> event instanceof SessionEvent.Arrived arrived
                && arrived.entry().body().equals(new Entry.ModeSet(Mode.CHAT))));
    }

    /// Whatever crosses what: turns that are taken away, a mode that changes, connections that are cut.
    @Test
    void textsThatWereNotTakenArriveOnceAndInOrder() throws Exception {
        long seed = Long.getLong("turns.seed", new SplittableRandom().nextLong(1L << 40));
        System.out.println("turns with seed " + seed);
        RandomGenerator random = new SplittableRandom(seed);
        HostSession host = host();
        CuttingProxy proxy = new CuttingProxy(host.port());
        open.add(proxy);
        GuestSession bob = join(proxy.port(), "Bob", bobEar);
        HostControls controls = host.controls().orElseThrow();
        int count = 1000;
        int said = 0;
        int cuts = 0;
        while (said < count) {
            host.floor().release();
            awaitTurn(bob, bobEar);
            for (int n = random.nextInt(40); n > 0 && said < count; n--) {
                said += bob.say("text " + (said + 1)) instanceof Sending.Accepted ? 1 : 0;
            }
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> controls.takeFloor();
                case 3, 4 -> {
                    controls.takeFloor();
                    controls.mode(Mode.CHAT);
                }
                case 5, 6 -> controls.mode(Mode.WALKIE_TALKIE);
                case 7 -> bob.floor().release();
                case 8 -> {
                    proxy.cut();
                    awaitConnections(bobEar, ++cuts + 1);
                }
                default -> {
                }
            }
        }
        host.controls().orElseThrow().mode(Mode.CHAT);
        hostEar.awaitSaid("text " + count);
        bobEar.awaitSaid("text " + count);
        List<String> all = IntStream.rangeClosed(1, count).mapToObj(n -> "Bob: text " + n).toList();
        assertEquals(all, hostEar.transcript());
        assertEquals(all, bobEar.transcript());
    }

    @Test
    void aPlainLineIsATurnOfItsOwnWhenNobodySpeaks() throws Exception {
        HostSession host = host();
        try (Socket nc = new Socket(InetAddress.getLoopbackAddress(), host.port());
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(nc.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = nc.getOutputStream();
            out.write("hello\n".getBytes(StandardCharsets.UTF_8));
            hostEar.awaitSaid("hello");
            host.floor().request();
            awaitStand(hostEar, Stand.GRANTED, "Ada");
            out.write("not now\n".getBytes(StandardCharsets.UTF_8));
            awaitLine(lines, "* Ada speaks: your line was not taken. Say it again afterwards.");
            host.floor().release();
            awaitLine(lines, "* Nobody speaks now: your next line is taken.");
            out.write("now\n".getBytes(StandardCharsets.UTF_8));
            hostEar.awaitSaid("now");
        }
        assertEquals(List.of("hello", "now"), hostEar.transcript().stream()
                .map(line -> line.substring(line.lastIndexOf(": ") + 2)).toList());
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("never read: " + wanted);
    }
}
