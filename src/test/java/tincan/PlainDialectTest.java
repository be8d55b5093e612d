package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.Privacy;
import tincan.session.Sending;
import tincan.session.FloorView;
import tincan.session.SessionEvent;
import tincan.session.Stand;

final class PlainDialectTest {
    private final FakeTerminal terminal = FakeTerminal.silent();
    private final List<String> lines = new ArrayList<>();
    private final PlainDialect dialect = new PlainDialect(terminal.terminal(), Optional.of(Privacy.OPEN), lines::add);

    @Test
    void whatSomebodySaidStandsAfterTheName() {
        arrived("Ada", new Entry.Said(1, "hello\nworld"), false);
        assertEquals(List.of("Ada: hello\n  world"), lines);
    }

    @Test
    void onesOwnLinesAreNotEchoed() {
        arrived("Bob", new Entry.Said(1, "hello"), true);
        arrived("Bob", new Entry.Joined(), true);
        assertEquals(List.of(), lines);
    }

    @Test
    void comingAndGoingIsTold() {
        arrived("Bob", new Entry.Joined(), false);
        arrived("Bob", new Entry.Lost(), false);
        arrived("Bob", new Entry.Returned(), false);
        arrived("Bob", new Entry.Left(LeaveReason.LEFT), false);
        arrived("Eve", new Entry.Left(LeaveReason.REMOVED), false);
        arrived("Eve", new Entry.Unknown("waved"), false);
        assertEquals(List.of("* Bob joined.", "* Bob lost the connection.", "* Bob is back.",
                "* Bob left.", "* Eve was removed by the host."), lines);
    }

    @Test
    void everyReasonToLeaveHasItsWords() {
        for (LeaveReason reason : LeaveReason.values()) {
            arrived("Bob", new Entry.Left(reason), false);
        }
        assertEquals(LeaveReason.values().length, lines.size());
    }

    @Test
    void aNameCannotMoveTheCursorOrBeginALineOfItsOwn() {
        arrived("Ada\u001b[1A\n* Bob left", new Entry.Said(1, "x"), false);
        assertEquals(List.of("Ada␛[1A␊* Bob left: x"), lines);
    }

    @Test
    void whoseTurnItIsIsTold() {
        arrived("Ada", new Entry.ModeSet(Mode.WALKIE_TALKIE), true);
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.REQUESTED, 0, "", 0, 0, 0)));
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.QUEUED, 0, "", 1, 3, 0)));
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.IDLE, 3, "", 1, 0, 0)));
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.QUEUED, 2, "Bob", 1, 3, 0)));
        dialect.told(new SessionEvent.FloorRevoked("limit"));
        dialect.told(new SessionEvent.FloorDenied("of a later version"));
        arrived("Bob", new Entry.Spoke(1, 2340), false);
        assertEquals(List.of(
                "* Walkie-talkie from now on: one speaks at a time. /talk asks for your turn, /over ends it.",
                "* Bob speaks. You are number 3 in the queue.",
                "* Your turn is over: it was as long as one may be.", "* Bob spoke for 3 s."), lines);
    }

    @Test
    void thatNobodySpeaksIsToldOnceUntilSomebodyDoes() {
        floor(Stand.IDLE, 0, "", 0); // as a guest that comes in has it
        floor(Stand.IDLE, 0, "", 4); // as the host tells it
        floor(Stand.REQUESTED, 0, "", 4);
        floor(Stand.IDLE, 0, "", 4);
        assertEquals(List.of("* Nobody speaks. /talk asks for your turn."), lines);
        floor(Stand.TAKEN, 2, "Bob", 5);
        floor(Stand.IDLE, 0, "", 5);
        floor(Stand.REQUESTED, 0, "", 5);
        floor(Stand.GRANTED, 3, "Cy", 6);
        floor(Stand.IDLE, 3, "", 6);
        floor(Stand.IDLE, 0, "", 6);
        assertEquals(List.of("* Nobody speaks. /talk asks for your turn.", "* Bob speaks.",
                "* Nobody speaks. /talk asks for your turn.",
                "* Your turn: what you type is said. /over ends it.",
                "* Nobody speaks. /talk asks for your turn."), lines);
        floor(Stand.OFF, 0, "", 0);
        floor(Stand.IDLE, 0, "", 6);
        assertEquals(6, lines.size());
    }

    private void floor(Stand stand, int holder, String name, long epoch) {
        dialect.told(new SessionEvent.FloorChanged(new FloorView(stand, holder, name, epoch, 0, 0)));
    }

    @Test
    void aTurnIsAskedForAndEndedByALine() {
        assertEquals(new Request.Talk(true), dialect.read("/talk"));
        assertEquals(new Request.Talk(false), dialect.read("/over"));
        assertEquals(new Request.Talk(false), dialect.read("/over "));
        assertEquals(new Request.Mute(true), dialect.read("/mute "));
        assertEquals(new Request.Mute(false), dialect.read("/unmute "));
        assertEquals(new Request.Say("/over and out"), dialect.read("/over and out"));
        assertEquals(new Request.Order(HostOrder.MODE, "chat"), dialect.read("/mode chat"));
    }

    @Test
    void onlyALineThatIsAnOrderIsOne() {
        assertEquals(new Request.Order(HostOrder.ADMIT, "3"), dialect.read("/admit 3"));
        assertEquals(new Request.Order(HostOrder.REMOVE, "Bob (2)"), dialect.read("/remove Bob (2)"));
        assertEquals(new Request.Order(HostOrder.LOCK, ""), dialect.read("/lock"));
        for (String said : List.of("/etc/passwd", "/admit", "/lock now", " /lock", "/", "//lock")) {
            assertEquals(new Request.Say(said), dialect.read(said));
        }
        assertEquals(new Request.Say("/lock"),
                new PlainDialect(terminal.terminal(), Optional.empty(), lines::add).read("/lock"));
    }

    @Test
    void aMistypedCommandOfAPersonIsNotSaid() {
        PlainDialect host = ofAPerson(Optional.of(Privacy.OPEN));
        for (String mistyped : List.of("/wrod", "/admit", "/lock now", "/etc/passwd", "/")) {
            assertInstanceOf(Request.Refused.class, host.read(mistyped), mistyped);
        }
        assertEquals(new Request.Refused("\"/wrod\" is not one of the commands, and was not said. There are "
                + "/talk, /over, /mute, /unmute. To say it, begin the line with //."),
                ofAPerson(Optional.empty()).read("/wrod x"));
        assertEquals(
                new Request.Refused("/lock is for the host of a session, and was not said. To say it, begin the line "
                        + "with //."),
                ofAPerson(Optional.empty()).read("/lock"));
    }

    @Test
    void aPersonSaysASlashByTwo() {
        PlainDialect host = ofAPerson(Optional.of(Privacy.OPEN));
        assertEquals(new Request.Say("/lock"), host.read("//lock"));
        assertEquals(new Request.Say("/ now"), host.read("// now"));
        assertEquals(new Request.Say("and / or"), host.read("and / or"));
        assertEquals(new Request.Order(HostOrder.LOCK, ""), host.read("/lock"));
        assertEquals(new Request.Talk(true), host.read("/talk"));
    }

    private PlainDialect ofAPerson(Optional<Privacy> hosted) {
        return new PlainDialect(FakeTerminal.typedByAPerson("").terminal(), hosted, lines::add);
    }

    @Test
    void aHostPrintsEveryAddressWithItsInterface() {
        dialect.told(new SessionEvent.Listening(9000,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("fd00::12", "tun0", LocalAddress.Kind.VIRTUAL),
                        new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK))));
        assertEquals(List.of("* Others join at port 9000 of one of these addresses, with tincan join or nc:",
                "*   192.168.1.7:9000  (wlan0)", "*   [fd00::12]:9000  (tun0, a VPN or virtual network)",
                "*   127.0.0.1:9000  (lo, this computer only)"), lines);
    }

    @Test
    void addressesThatChangedArePrintedAgain() {
        dialect.told(new SessionEvent.Listening(9000,
                List.of(new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK))));
        lines.clear();
        dialect.told(new SessionEvent.Listening(9000,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK))));
        assertEquals(List.of("* This computer has other addresses now. Others join at port 9000 of one of these:",
                "*   192.168.1.7:9000  (wlan0)", "*   127.0.0.1:9000  (lo, this computer only)"), lines);
    }

    @Test
    void aLostConnectionSaysWhyAndItsReturnIsTold() {
        state(LinkState.CONNECTING, EndReason.NONE);
        state(LinkState.CONNECTED, EndReason.NONE);
        assertEquals(List.of(), lines);
        state(LinkState.RECONNECTING, EndReason.SILENT);
        state(LinkState.CONNECTED, EndReason.NONE);
        assertEquals(List.of("* Nothing was heard for 3 seconds. Trying to reconnect; what you say is kept until then.",
                "* Connected again."), lines);
    }

    @Test
    void theHostsEndIsTold() {
        state(LinkState.CLOSED, EndReason.HOST_ENDED);
        assertEquals(List.of("* The host ended the session."), lines);
    }

    @Test
    void theGuestLearnsWhereItIsAndItsName() {
        dialect.told(new SessionEvent.Welcomed(new Person(2, "Bob 2", true, Optional.empty()), "Ada's session"));
        assertEquals(List.of("* You are in \"Ada's session\" as Bob 2."), lines);
    }

    @Test
    void linesThatAreMissingAreCounted() {
        dialect.told(new SessionEvent.Missed(5, 1_204));
        dialect.told(new SessionEvent.Missed(5, 5));
        assertEquals(List.of("* 1,200 lines of the conversation came too long ago for the host to send again.",
                "* One line of the conversation came too long ago for the host to send again."), lines);
    }

    @Test
    void whatChangesAllTheTimeIsNotPrinted() {
        dialect.told(new SessionEvent.Progress(1, 1));
        dialect.told(new SessionEvent.TypingChanged(List.of()));
        dialect.told(new SessionEvent.MembersChanged(List.of()));
        dialect.told(new SessionEvent.RoundTrip(1, Duration.ofMillis(1)));
        assertEquals(List.of(), lines);
    }

    @Test
    void aTextThatIsNotTakenIsASentenceOnStandardError() {
        dialect.rejected(Sending.Why.TOO_LONG);
        assertEquals(List.of(), lines);
        assertEquals(List.of("That is longer than 64 KiB, the limit for one message. Send it in parts."),
                terminal.err());
    }

    @Test
    void anEmptyLineSaysNothing() {
        assertEquals(new Request.Nothing(), dialect.read("  "));
        assertEquals(new Request.Say(" hi "), dialect.read(" hi "));
    }

    private void state(LinkState state, EndReason reason) {
        dialect.told(new SessionEvent.StateChanged(state, reason));
    }

    private void arrived(String from, Entry.Body body, boolean mine) {
        Entry entry = new Entry(7, Instant.EPOCH, 2, from, body);
        dialect.told(new SessionEvent.Arrived(entry, mine, false));
    }
}
