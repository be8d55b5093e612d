package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.room.Entry;
import tincan.room.Rate;
import tincan.room.RoomRules;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Sessions that keep themselves in files. A process that dies is played by a copy of its file.
@Timeout(120)
class KeptSessionTest {
    private static final Text TEXT = Text.in(Locale.ENGLISH);

    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();

    @TempDir
    private Path folder;
    private HostSession host;
    private GuestSession guest;

    @AfterEach
    void leave() {
        Stream.of(Optional.ofNullable(guest), Optional.ofNullable(host)).flatMap(Optional::stream)
                .forEach(Session::leave);
    }

    @Test
    void aResumedHostTellsTheConversationAgainAndGoesOnWithIt() throws Exception {
        host = host(folder.resolve("a.room"), RoomRules.DEFAULT);
        host.start(hostEar);
        guest = guest("Bob");
        guest.start(guestEar);
        host.say("one");
        guest.say("two");
        hostEar.awaitSaid("two");
        hostEar.awaitSaid("one");
        Path copy = Files.copy(folder.resolve("a.room"), folder.resolve("b.room"));

        Ear again = new Ear();
        try (HostSession resumed = host(copy, RoomRules.DEFAULT)) {
            resumed.start(again);
            again.awaitSaid("two");
            assertEquals(hostEar.transcript(), again.transcript());
            SessionEvent.Arrived two = again.await(SessionEvent.Arrived.class,
                    arrived -> arrived.entry().body() instanceof Entry.Said said && said.text().equals("two"), "two");
            assertTrue(two.history());
            SessionEvent.Arrived lost = again.await(SessionEvent.Arrived.class,
                    arrived -> arrived.entry().body() instanceof Entry.Lost, "the guest's loss");
            assertEquals(new SessionEvent.Arrived(new Entry(5, lost.entry().at(), 2, "Bob", new Entry.Lost()), false,
                    false), lost);
            assertEquals(new Sending.Accepted(2), resumed.say("three"));
            assertEquals(List.of("Ada", "Bob"), resumed.members().stream().map(Person::name).toList());
            again.awaitSaid("three");
        }
    }

    @Test
    void aProperEndLeavesNothingOnDisk() throws Exception {
        host = host(folder.resolve("rooms/a.room"), RoomRules.DEFAULT);
        host.start(hostEar);
        guest = guest("Bob");
        guest.start(guestEar);
        host.say("secret");
        guestEar.awaitSaid("secret");
        guest.leave();
        host.leave();
        assertEquals(List.of(), files());
    }

    @Test
    void aFileThatAnotherSessionHasIsRefused() throws Exception {
        host = host(folder.resolve("a.room"), RoomRules.DEFAULT);
        host.start(hostEar);
        assertEquals(SessionFailure.Kind.JOURNAL_IN_USE,
                assertThrows(SessionFailure.class, () -> host(folder.resolve("a.room"), RoomRules.DEFAULT)
                        .start(Session.NOBODY)).kind());
    }

    @Test
    void aFileThatKeepsNoRoomIsRefusedAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.room"), "not a room");
        assertEquals(SessionFailure.Kind.JOURNAL_UNREADABLE,
                assertThrows(SessionFailure.class, () -> host(file, RoomRules.DEFAULT).start(Session.NOBODY)).kind());
        assertEquals("not a room", Files.readString(file));
    }

    @Test
    void whatCannotBeKeptIsToldAndGoesOnInMemory() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        host = host(noFolder.resolve("a.room"), RoomRules.DEFAULT);
        host.start(hostEar);
        hostEar.await(SessionEvent.NotKept.class, _ -> true, "the word that it is not kept");
        guest = new GuestSession(options("Bob").keptIn(noFolder), EventLog.off());
        guest.start(guestEar);
        guestEar.await(SessionEvent.NotKept.class, _ -> true, "the word that it is not kept");
        guest.say("all the same");
        hostEar.awaitSaid("all the same");
    }

    @Test
    void aLongConversationIsRewrittenWhileItGoesOn() throws Exception {
        long retention = 300_000;
        Path file = folder.resolve("a.room");
        host = host(file, new RoomRules(10, 10, retention, Duration.ofMinutes(10), Rate.UNLIMITED));
        host.start(hostEar);
        guest = guest("Bob");
        guest.start(guestEar);
        int count = 20_000;
        for (int n = 1; n < count; n++) {
            while (!(guest.say("a text that is not very long " + n) instanceof Sending.Accepted)) {
                guest.awaitRoom();
            }
        }
        hostEar.awaitSaidCount(count - 1);
        // a slow disk may have got the last of them in one round, which the next one looks at
        guest.say("a text that is not very long " + count);
        hostEar.awaitSaidCount(count);
        assertTrue(Files.size(file) < 4 * retention, () -> "the file is bounded: " + files());
        Path copy = Files.copy(file, folder.resolve("b.room"));
        Ear again = new Ear();
        try (HostSession resumed = host(copy, RoomRules.DEFAULT)) {
            resumed.start(again);
            again.awaitSaid("a text that is not very long " + count);
            List<String> kept = again.transcript();
            assertEquals(hostEar.transcript().subList(count - kept.size(), count), kept);
            assertTrue(kept.size() > 100);
        }
    }

    @Test
    void aGuestWhosePlaceIsGoneIsSomebodyNewAndHearsWhatWasNotDelivered() throws Exception {
        host = host(folder.resolve("a.room"), RoomRules.DEFAULT);
        host.start(hostEar);
        CuttingProxy proxy = new CuttingProxy(host.port());
        GuestOptions through = new GuestOptions(new PeerAddress("127.0.0.1", proxy.port(), ""), "Bob")
                .keptIn(folder.resolve("guest"));
        guest = new GuestSession(through, EventLog.off());
        guest.start(guestEar);
        proxy.down(true);
        guestEar.await(SessionEvent.StateChanged.class, changed -> changed.state() == LinkState.RECONNECTING, "a loss");
        assertInstanceOf(Sending.Accepted.class, guest.say("into the dark"));
        Path place = awaitText(folder.resolve("guest"), "into the dark");
        Path other = Files.createDirectories(folder.resolve("other")).resolve(place.getFileName());
        Files.copy(place, other);
        guest.leave();
        host.leave();
        host = new HostSession(HostOptions.open("Eve", "t", host.port(), TEXT).onLoopback(), EventLog.off());
        host.start(Session.NOBODY);
        proxy.down(false);
        Ear again = new Ear();
        guest = new GuestSession(new GuestOptions(through.address(), "Bob").keptIn(other.getParent()), EventLog.off());
        guest.start(again);
        assertEquals(new SessionEvent.Undelivered(1),
                again.await(SessionEvent.Undelivered.class, _ -> true, "what was not delivered"));
        assertEquals("Bob", guest.self().name());
        guest.say("new here");
        again.awaitSaid("new here");
        proxy.close();
    }

    @Test
    void aGuestOfAPrivateRoomComesBackWithoutTheCodeWhenBothProgramsHaveDied() throws Exception {
        int port = privateTalk();
        Path room = Files.copy(folder.resolve("a.room"), folder.resolve("b.room"));
        Path places = died();
        Ear again = new Ear();
        host = new HostSession(privately(port).keptIn(room), EventLog.off());
        host.start(hostEar);
        guest = new GuestSession(new GuestOptions(address(port), "Bob").keptIn(places), EventLog.off());
        guest.start(again);
        again.awaitSaid("between us");
        assertEquals(2, guest.self().member());
        assertEquals(Optional.of(Security.Level.PROVEN), guest.security(1).map(Security::level));
    }

    @Test
    void aPlaceInAPrivateRoomIsNeverClaimedInPlainText() throws Exception {
        int port = privateTalk();
        Path places = died();
        String key = Files.readString(onlyPlace(places), StandardCharsets.ISO_8859_1)
                .replaceAll("(?s).*\"key\":\"([0-9a-f]+)\".*", "$1");
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (ServerSocket eve = new ServerSocket(port)) {
            Thread.ofVirtual().start(() -> saysNo(eve, heard));
            GuestOptions options = new GuestOptions(address(port), "Bob").keptIn(places);
            assertEquals(SessionFailure.Kind.NOT_PRIVATE,
                    failure(options.withAccess(GuestOptions.Access.PRIVATE)));
            assertEquals(SessionFailure.Kind.NOT_PRIVATE, failure(options), "the room may well be there still");
            assertFalse(heard.toString(StandardCharsets.ISO_8859_1).contains("Bob"), "it came in the open");
            Files.setLastModifiedTime(onlyPlace(places), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            assertEquals(SessionFailure.Kind.FULL, failure(options));
        }
        String all = heard.toString(StandardCharsets.ISO_8859_1);
        assertTrue(all.contains("Bob"), "it came as somebody new, in the open");
        assertFalse(all.contains(key), "its secret was told");
    }

    private static SessionFailure.Kind failure(GuestOptions options) {
        return assertThrows(SessionFailure.class,
                () -> new GuestSession(options, EventLog.off()).start(new Ear())).kind();
    }

    /// Keeps what each one says first, and turns everybody away in plain text.
    private static void saysNo(ServerSocket server, ByteArrayOutputStream heard) {
        byte[] no = FrameWriter.bytes(new Frame.Refused(Refusal.FULL, ""));
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    byte[] said = new byte[4096];
                    int length = socket.getInputStream().read(said);
                    heard.write(said, 0, Math.max(0, length));
                    socket.getOutputStream().write(no);
                }
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    /// Hosts privately, and lets a guest in who says something.
    ///
    /// @return the port
    private int privateTalk() throws Exception {
        host = new HostSession(privately(0).keptIn(folder.resolve("a.room")), EventLog.off());
        host.start(hostEar);
        int port = host.port();
        Code code = Code.parse(host.controls().orElseThrow().code().orElseThrow()).orElseThrow();
        guest = new GuestSession(new GuestOptions(address(port), "Bob").withCode(code).keptIn(folder.resolve("joined")),
                EventLog.off());
        guest.start(guestEar);
        guest.say("between us");
        hostEar.awaitSaid("between us");
        guestEar.awaitSaid("between us");
        return port;
    }

    /// Ends both programs as if they had died.
    ///
    /// @return where the guest's place is
    private Path died() throws IOException {
        Path places = Files.createDirectories(folder.resolve("again"));
        Path place = onlyPlace(folder.resolve("joined"));
        Files.copy(place, places.resolve(place.getFileName()));
        guest.leave();
        host.leave();
        return places;
    }

    private static Path onlyPlace(Path places) throws IOException {
        try (Stream<Path> found = Files.list(places)) {
            return found.filter(file -> file.toString().endsWith(".place")).findFirst().orElseThrow();
        }
    }

    private static HostOptions privately(int port) {
        return HostOptions.open("Ada", "t", port, TEXT).onLoopback().withPrivacy(Privacy.CODE);
    }

    private static PeerAddress address(int port) {
        return new PeerAddress("127.0.0.1", port, "");
    }

    /// The guest's thread writes when it is its turn: looked for until it is there.
    private static Path awaitText(Path places, String text) throws IOException {
        while (true) {
            try (Stream<Path> found = Files.list(places)) {
                Optional<Path> place = found.filter(file -> file.toString().endsWith(".place")).findFirst();
                if (place.isPresent() && Files.readString(place.get(), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return place.get();
                }
            }
            Thread.onSpinWait();
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostSession host(Path file, RoomRules rules) {
        return new HostSession(HostOptions.open("Ada", "t", 0, TEXT).onLoopback().withRules(rules).keptIn(file),
                EventLog.off());
    }

    private GuestOptions options(String name) {
        return new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), name);
    }

    private GuestSession guest(String name) {
        return new GuestSession(options(name).keptIn(folder.resolve("joined")), EventLog.off());
    }
}
