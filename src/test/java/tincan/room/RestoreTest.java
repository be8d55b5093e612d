package tincan.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tincan.room.Outcome.Admitted;
import tincan.room.Outcome.Declined;
import tincan.room.Outcome.Why;
import tincan.wire.BrokenFrame;

final class RestoreTest {
    private static final int HOST = 1;
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final List<MemberState> members = new ArrayList<>();
    private final List<ByteBuffer> entries = new ArrayList<>();
    private Room room;
    private Admitted ada;
    private Admitted bob;

    @BeforeEach
    void talk() throws Exception {
        room = Room.restore(RoomRules.DEFAULT, RoomState.EMPTY, HOST, THEN);
        ada = in(new Command.Join("Ada", "key a", false));
        bob = in(new Command.Join("Bob", "key b", true));
        in(new Command.Join("nc", "", false));
        room.apply(new Command.Say(bob.seat(), 1, "hello"), THEN);
        writeDown();
        room.publishTaken();
    }

    private Admitted in(Command command) {
        return assertInstanceOf(Admitted.class, room.apply(command, THEN));
    }

    private void writeDown() {
        RoomState fresh = room.takeWithheld();
        members.addAll(fresh.members());
        entries.addAll(fresh.entries());
    }

    private Room restored() throws BrokenFrame {
        return Room.restore(RoomRules.DEFAULT, new RoomState(0, members, entries), HOST, NOW);
    }

    @Test
    void whoMayComeBackIsLostAndWhoMayNotHasLeft() throws Exception {
        Room again = restored();
        assertEquals(List.of(new Attendee(1, "Ada", true), new Attendee(2, "Bob", false)), again.members().all());
        assertEquals(4, again.restoredSeq());
        assertEquals(6, again.lastSeq());
        assertEquals(4, again.publishedSeq());
    }

    @Test
    void aMemberHasAsLongToComeBackAsIfItHadBeenLostNow() throws Exception {
        Room again = restored();
        again.apply(new Command.Expire(), NOW.plus(RoomRules.DEFAULT.awayFor()).minusMillis(1));
        assertEquals(2, again.members().size());
        again.apply(new Command.Expire(), NOW.plus(RoomRules.DEFAULT.awayFor()).plus(Duration.ofMillis(1)));
        assertEquals(1, again.members().size());
    }

    @Test
    void aMemberGoesOnWithWhatItHasSaid() throws Exception {
        Room again = restored();
        Admitted back = assertInstanceOf(Admitted.class, again.apply(new Command.Return(2, "key b", 4), NOW));
        assertEquals(List.of("Bob", 5L, 7L, 1L), List.of(back.name(), back.first(), back.last(), back.said()));
        assertInstanceOf(Outcome.Noted.class, again.apply(new Command.Say(back.seat(), 1, "hello"), NOW));
        assertEquals(new Outcome.Appended(8), again.apply(new Command.Say(back.seat(), 2, "more"), NOW));
    }

    @Test
    void aMemberThatHasSeenWhatWasNotWrittenDownHasNoPlace() throws Exception {
        Room again = restored();
        again.apply(new Command.Join("Cy", "key c", true), NOW);
        assertEquals(new Declined(Why.NO_PLACE), again.apply(new Command.Return(2, "key b", 5), NOW));
    }

    @Test
    void turnsGoOnAfterAllThatMayHaveBeen() throws Exception {
        long heard = 7;
        room.apply(new Command.EndTurn(bob.seat().member(), heard, 100), THEN);
        assertEquals(heard, room.turns().lastEpoch());
        writeDown();
        Room once = restored();
        assertTrue(once.turns().lastEpoch() > heard);
        Room twice = Room.restore(RoomRules.DEFAULT, once.state(), HOST, NOW);
        assertTrue(twice.turns().lastEpoch() > once.turns().lastEpoch());
    }

    @Test
    void turnsGoOnThoughTheLogTellsOfThemNoMore() throws Exception {
        RoomState rewritten = new RoomState(3, members, entries, Mode.WALKIE_TALKIE, 70);
        assertTrue(Room.restore(RoomRules.DEFAULT, rewritten, HOST, NOW).turns().lastEpoch() > 70);
    }

    @Test
    void nobodyNewIsGivenANumberOfOneWhoLeft() throws Exception {
        Admitted cy = assertInstanceOf(Admitted.class,
                restored().apply(new Command.Join("Cy", "key c", true), NOW));
        assertEquals(4, cy.seat().member());
    }

    @Test
    void nothingIsSeenOrDeliveredBeforeItIsWrittenDown() {
        room.apply(new Command.Say(ada.seat(), 1, "not yet"), THEN);
        room.apply(new Command.Acknowledge(bob.seat(), 5), THEN);
        bob.cursor().advance(bob.cursor().available());
        assertEquals(0, bob.cursor().available());
        assertEquals(OptionalLong.of(0), room.acknowledgedByAllBut(HOST), "nc has acknowledged nothing");
        Admitted cy = in(new Command.Join("Cy", "key c", true));
        assertEquals(0, cy.cursor().available() - (int) cy.cursor().behind());
        long withheld = room.withheld();
        writeDown();
        room.publishTaken();
        assertEquals(withheld, bob.cursor().available());
        assertEquals(0, room.withheld());
    }

    @Test
    void entriesThatAreNotInOrderAreRefused() {
        entries.add(entries.getFirst());
        assertThrows(BrokenFrame.class, this::restored);
    }
}
