package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.Privacy;
import tincan.session.Security.Level;
import tincan.session.SessionEvent;
import tincan.text.Text;
import tincan.ui.NoSound;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.line.Tension;

class SessionViewModelTest {
    private static final Instant MORNING = FakeSession.MORNING;

    private final Text text = Text.in(Locale.ENGLISH);
    /// What is to be done when the next second is over.
    private final Deque<Runnable> seconds = new ArrayDeque<>();

    private SessionViewModel shown(FakeSession session) {
        return shown(session, new SessionFeed(), Runnable::run);
    }

    private SessionViewModel shown(FakeSession session, SessionFeed feed, java.util.concurrent.Executor turns) {
        session.start(feed);
        SessionViewModel model = new SessionViewModel(new OpenSession(session, feed), text, turns, seconds::add,
                ZoneOffset.UTC,
                InstantSource.fixed(MORNING), NoSound::new);
        model.start();
        return model;
    }

    private static void say(SessionViewModel model, String words) {
        model.composer().draftProperty().set(words);
        model.composer().send();
    }

    private static String seen(SessionViewModel model) {
        return model.conversation().rows().stream().map(SessionViewModelTest::seen).collect(Collectors.joining(" | "));
    }

    private static String seen(Row row) {
        return switch (row) {
            case Row.Message message -> message.seq() + (message.leads() ? " " : " +") + message.from() + ": "
                    + message.text();
            case Row.Spoken said -> said.seq() + " " + said.from() + " spoke";
            case Row.Notice notice -> notice.words();
            case Row.Day day -> day.date().toString();
        };
    }

    @Test
    void whatOneSaysStandsAtTheEndUntilItComesBackWithItsPlace() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        say(model, "one");
        say(model, "two");
        assertEquals("2026-11-21 | 0 Bob: one | 0 +Bob: two", seen(model));

        session.hear(1, "Ada", "before both", MORNING);
        session.confirm(1, MORNING);
        session.hear(1, "Ada", "between", MORNING);
        assertEquals("2026-11-21 | 1 Ada: before both | 2 Bob: one | 3 Ada: between | 0 Bob: two", seen(model));

        session.confirm(2, MORNING);
        assertEquals("2026-11-21 | 1 Ada: before both | 2 Bob: one | 3 Ada: between | 4 Bob: two", seen(model));
    }

    @Test
    void aTextGoesFromQueuedOverSentToDelivered() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        say(model, "one");
        ConversationViewModel conversation = model.conversation();

        assertEquals(Delivery.QUEUED, conversation.delivery((Row.Message) conversation.rows().getLast()));
        session.tell(new SessionEvent.Progress(1, 0));
        assertEquals(Delivery.SENT, conversation.delivery((Row.Message) conversation.rows().getLast()));
        session.confirm(1, MORNING);
        session.tell(new SessionEvent.Progress(1, 1));
        assertEquals(Delivery.DELIVERED, conversation.delivery((Row.Message) conversation.rows().getLast()));
    }

    @Test
    void whatComesBackBeforeSayingEndsIsNotShownTwice() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.said.add("quick");
        session.confirm(1, MORNING);

        model.conversation().said(1, 2, "Bob", "quick");

        assertEquals("2026-11-21 | 1 Bob: quick", seen(model));
    }

    @Test
    void oneAuthorsMessagesWithinTwoMinutesStandTogether() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        session.hear(1, "Ada", "a", MORNING);
        session.hear(1, "Ada", "b", MORNING.plusSeconds(119));
        session.hear(1, "Ada", "c", MORNING.plusSeconds(119 + 120));

        assertEquals("2026-11-21 | 1 Ada: a | 2 +Ada: b | 3 Ada: c", seen(model));
    }

    @Test
    void aNewDayIsMarked() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        session.hear(1, "Ada", "late", Instant.parse("2026-11-21T23:59:50Z"));
        session.hear(1, "Ada", "early", Instant.parse("2026-11-22T00:00:10Z"));

        assertEquals("2026-11-21 | 1 Ada: late | 2026-11-22 | 2 Ada: early", seen(model));
    }

    @Test
    void comingGoingAndGapsAreTold() {
        FakeSession session = FakeSession.host();
        SessionViewModel model = shown(session);

        session.join(2, "Bob");
        session.entry(2, "Bob", new Entry.Lost(), MORNING);
        session.entry(2, "Bob", new Entry.Returned(), MORNING);
        session.entry(2, "Bob", new Entry.Left(LeaveReason.SLOW), MORNING);
        session.tell(new SessionEvent.Missed(3, 7));

        assertEquals("2026-11-21 | Bob came in | Bob lost the connection | Bob is back"
                + " | Bob left: the connection could not keep up | 5 messages are missing here: the host no longer had them",
                seen(model));
    }

    @Test
    void aRefusedTextStaysInTheFieldWithTheReason() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.refusal = Optional.of(Sending.Why.TOO_MUCH_WAITING);

        say(model, "keep me");

        assertEquals("keep me", model.composer().draftProperty().get());
        assertEquals(text.of("rejected.too-much-waiting"), model.composer().troubleProperty().get());
        assertTrue(model.conversation().rows().isEmpty());
    }

    @Test
    void typingIsToldWhileThereIsATextAndEndsWithSending() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        say(model, "hello");
        model.composer().draftProperty().set("a");
        model.composer().idle();

        assertEquals(List.of(true, false, true, false), session.typings);
    }

    @Test
    void aCounterShowsNearTheLimitOfOneMessage() {
        SessionViewModel model = shown(FakeSession.guest());

        model.composer().draftProperty().set("x".repeat(58_000));
        assertEquals("", model.composer().counterProperty().get());
        model.composer().draftProperty().set("é".repeat(32_000));
        assertEquals("64,000 of 65,536 bytes", model.composer().counterProperty().get());
        assertFalse(model.composer().tooLongProperty().get());
        model.composer().draftProperty().set("é".repeat(33_000));
        assertTrue(model.composer().tooLongProperty().get());
    }

    @Test
    void unseenMessagesAreCountedWhileTheEndIsOutOfView() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        ConversationViewModel conversation = model.conversation();

        conversation.followingProperty().set(false);
        session.hear(1, "Ada", "a", MORNING);
        session.hear(1, "Ada", "b", MORNING);
        assertEquals(2, conversation.unseenProperty().get());

        conversation.followingProperty().set(true);
        assertEquals(0, conversation.unseenProperty().get());
    }

    @Test
    void unreadMessagesAreCountedWhileTheWindowIsNotInFront() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        model.unread().watchedProperty().set(false);
        session.hear(1, "Ada", "a", MORNING);
        assertEquals(1, model.unread().countProperty().get());
        model.unread().watchedProperty().set(true);
        assertEquals(0, model.unread().countProperty().get());
    }

    @Test
    void knocksAndTurnsThatWereSpokenAreUnreadToo() {
        FakeSession session = FakeSession.host(Privacy.WORDS);
        SessionViewModel model = shown(session);
        model.unread().watchedProperty().set(false);

        session.tell(new SessionEvent.Knocked(7, "Bob", "192.168.1.7", List.of("maple", "orbit", "candle")));
        assertEquals(1, model.unread().countProperty().get());
        session.join(2, "Bob");
        session.entry(2, "Bob", new Entry.Spoke(3, 2_340), MORNING);
        assertEquals(2, model.unread().countProperty().get());
        session.entry(1, "Ada", new Entry.Spoke(4, 1_000), MORNING);
        assertEquals(2, model.unread().countProperty().get(), "one's own turn is no news");
    }

    @Test
    void theLineHangsAsTheConnectionDoes() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);

        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        assertEquals(Tension.TAUT, model.line().tensionProperty().get());
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        assertEquals(Tension.SLACK, model.line().tensionProperty().get());
        assertEquals("Reconnecting. Nothing was heard for 3 seconds.", model.line().stateProperty().get());
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        assertEquals(Tension.CUT, model.line().tensionProperty().get());
        assertTrue(model.composer().closedProperty().get());
    }

    @Test
    void aHostsLineNamesItsOnlyGuestAndCountsSeveral() {
        FakeSession session = FakeSession.host();
        SessionViewModel model = shown(session);
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));

        assertEquals("waiting for a guest", model.line().thereProperty().get());
        assertEquals(Tension.SLACK, model.line().tensionProperty().get());
        session.join(2, "Bob");
        assertEquals("Bob", model.line().thereProperty().get());
        assertEquals(Tension.TAUT, model.line().tensionProperty().get());
        session.join(3, "Cy");
        assertEquals("2 guests", model.line().thereProperty().get());
    }

    @Test
    void roundTripsOfGoneGuestsAreForgotten() {
        FakeSession session = FakeSession.host();
        SessionViewModel model = shown(session);
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        session.join(2, "Bob");
        session.join(3, "Cy");

        session.tell(new SessionEvent.RoundTrip(2, Duration.ofNanos(430_000)));
        assertEquals("Round trip 0.4 ms", model.line().roundTripProperty().get());
        session.tell(new SessionEvent.RoundTrip(3, Duration.ofMillis(12)));
        assertEquals("Slowest round trip 12 ms", model.line().roundTripProperty().get());
        session.members.removeLast();
        session.tell(new SessionEvent.MembersChanged(session.members()));
        assertEquals("Round trip 0.4 ms", model.line().roundTripProperty().get());
    }

    @Test
    void theInvitationStandsUntilTheFirstGuestIsIn() {
        FakeSession session = FakeSession.host();
        SessionViewModel model = shown(session);
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("fd00::12", "tun0", LocalAddress.Kind.VIRTUAL))));

        InvitationViewModel invitation = model.invitation();
        assertTrue(invitation.waitingProperty().get());
        assertEquals(
                List.of(new InvitationViewModel.Way("192.168.1.7:8462", "wlan0", "nc 192.168.1.7 8462",
                        LocalAddress.Kind.PHYSICAL),
                        new InvitationViewModel.Way("[fd00::12]:8462", "tun0 · VPN or virtual", "nc fd00::12 8462",
                                LocalAddress.Kind.VIRTUAL)),
                invitation.ways());
        session.join(2, "Bob");
        assertFalse(invitation.waitingProperty().get());
        assertTrue(invitation.availableProperty().get());
    }

    @Test
    void typistsAreNamed() {
        FakeSession session = FakeSession.host();
        SessionViewModel model = shown(session);
        session.join(2, "Bob");

        session.tell(new SessionEvent.TypingChanged(List.of(new Person(2, "Bob", true, Optional.empty()))));
        assertEquals("Bob is typing", model.members().typingProperty().get());
        assertTrue(model.members().lines().getLast().types());
        session.tell(new SessionEvent.TypingChanged(List.of()));
        assertEquals("", model.members().typingProperty().get());
    }

    @Test
    void whatIsSoughtIsFoundAlsoWhenItComesLater() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.hear(1, "Ada", "A socket", MORNING);
        session.hear(1, "Ada", "a stream", MORNING);
        session.hear(1, "Ada", "another SOCKET", MORNING);
        FindViewModel find = model.find();

        find.queryProperty().set("socket");
        assertEquals(List.of(2, 2, 3), List.of(find.countProperty().get(), find.placeProperty().get(), find.index()));
        find.next();
        assertEquals(1, find.index());
        find.previous();
        assertEquals(3, find.index());
        session.hear(1, "Ada", "the last socket", MORNING);
        assertEquals(3, find.countProperty().get());
        find.queryProperty().set("");
        assertEquals(-1, find.index());
    }

    @Test
    void aFloodOfMessagesIsShownInBoundedTurnsOfOneChangeEach() throws InterruptedException {
        FakeSession session = FakeSession.guest();
        SessionFeed feed = new SessionFeed();
        Deque<Runnable> turns = new ArrayDeque<>();
        SessionViewModel model = shown(session, feed, work -> {
            synchronized (turns) {
                turns.add(work);
            }
        });
        int flood = 100_000;
        int[] changes = {0};
        int[] largest = {0};
        model.conversation().rows().addListener((javafx.collections.ListChangeListener<Row>) change -> {
            changes[0]++;
            while (change.next()) {
                largest[0] = Math.max(largest[0], change.getAddedSize());
            }
        });

        Thread network = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < flood; i++) {
                session.hear(1, "Ada", "message " + i, MORNING.plusSeconds(i / 1000));
            }
        });
        while (model.conversation().rows().size() < flood + 1) {
            Runnable turn;
            synchronized (turns) {
                turn = turns.poll();
            }
            if (turn == null) {
                Thread.onSpinWait();
            } else {
                turn.run();
            }
        }
        network.join();

        assertEquals("message " + (flood - 1), ((Row.Message) model.conversation().rows().getLast()).text());
        assertTrue(largest[0] <= SessionViewModel.TURN + 1, "rows in one change: " + largest[0]);
        assertTrue(changes[0] <= flood, "changes: " + changes[0]);
    }

    @Test
    void theOldestRowsGoWhenThereAreTooMany() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        ConversationViewModel conversation = model.conversation();
        model.find().queryProperty().set("7");

        for (int i = 1; i <= ConversationViewModel.KEPT_ROWS + 5; i++) {
            session.hear(1, "Ada", "message " + i, MORNING);
        }

        assertTrue(conversation.rows().size() <= ConversationViewModel.KEPT_ROWS, "rows kept");
        assertEquals("Earlier messages are no longer shown", seen(conversation.rows().getFirst()));
        assertEquals("message " + (ConversationViewModel.KEPT_ROWS + 5),
                ((Row.Message) conversation.rows().getLast()).text());
        model.find().next();
        assertTrue(((Row.Message) conversation.rows().get(model.find().index())).text().contains("7"));
    }

    @Test
    void aFewHugeTextsAreKeptWithinBounds() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        String huge = "x".repeat(64 * 1024);

        for (int i = 0; i < 1_000; i++) {
            session.hear(1, "Ada", huge, MORNING);
        }

        long characters = model.conversation().rows().stream().filter(Row.Message.class::isInstance)
                .mapToLong(row -> ((Row.Message) row).text().length()).sum();
        assertTrue(characters <= ConversationViewModel.KEPT_CHARACTERS, "characters kept: " + characters);
    }

    private static Person present(int member, String name) {
        return new Person(member, name, true, Optional.empty());
    }

    @Test
    void aGuestsLockIsThatOfItsConnectionWithTheHost() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        assertEquals(Optional.empty(), model.lock().levelProperty().get());

        session.securities.put(1, FakeSession.secured(Level.NOT_COMPARED, "maple"));
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        assertEquals(Optional.of(Level.NOT_COMPARED), model.lock().levelProperty().get());
        model.lock().compared(model.lock().peers().getFirst());
        assertEquals(List.of(1), session.compared);
        assertEquals(Optional.of(Level.COMPARED), model.lock().levelProperty().get());
    }

    @Test
    void aHostsLockIsTheLeastOfThoseThatAreThere() {
        FakeSession session = FakeSession.host(Privacy.WORDS);
        SessionViewModel model = shown(session);
        assertEquals(Optional.of(Level.PROVEN), model.lock().levelProperty().get());

        session.securities.put(2, FakeSession.secured(Level.COMPARED, "maple"));
        session.securities.put(3, FakeSession.secured(Level.NOT_COMPARED, "orbit"));
        session.join(2, "Bob");
        assertEquals(Optional.of(Level.COMPARED), model.lock().levelProperty().get());
        session.join(3, "Cy");
        assertEquals(Optional.of(Level.NOT_COMPARED), model.lock().levelProperty().get());
        assertEquals(List.of("Bob", "Cy"), model.lock().peers().stream().map(LockViewModel.Peer::name).toList());
        session.tell(new SessionEvent.MembersChanged(List.of(session.self, present(2, "Bob"),
                new Person(3, "Cy", false, Optional.empty()))));
        assertEquals(Optional.of(Level.COMPARED), model.lock().levelProperty().get());
    }

    @Test
    void aHostOfAnOpenLessonShowsIt() {
        assertEquals(Optional.of(Level.OPEN),
                shown(FakeSession.host(Privacy.OPEN)).lock().levelProperty().get());
    }

    @Test
    void whoKnocksIsAnsweredOnceAndGone() {
        FakeSession session = FakeSession.host(Privacy.WORDS);
        DoorViewModel door = shown(session).door();
        session.tell(new SessionEvent.Knocked(1, "Bob\u0007", "192.168.1.7", List.of("maple")));
        session.tell(new SessionEvent.Knocked(2, "Eve", "192.168.1.8", List.of("orbit")));
        assertEquals(List.of(new DoorViewModel.Knock(1, "Bob^G", "192.168.1.7", List.of("maple")),
                new DoorViewModel.Knock(2, "Eve", "192.168.1.8", List.of("orbit"))), door.knocks());

        door.admit(door.knocks().getFirst());
        door.turnAway(door.knocks().getLast());
        session.tell(new SessionEvent.KnockOver(1));
        assertEquals(List.of("admit 1", "turn away 2"), session.controls.orElseThrow().done());
        assertEquals(List.of(2L), door.knocks().stream().map(DoorViewModel.Knock::number).toList());
    }

    @Test
    void whoKnocksAtAFullDoorIsTurnedAway() {
        FakeSession session = FakeSession.host(Privacy.WORDS);
        DoorViewModel door = shown(session).door();
        for (int i = 0; i <= DoorViewModel.MOST_KNOCKS; i++) {
            session.tell(new SessionEvent.Knocked(i, "x", "y", List.of()));
        }
        assertEquals(DoorViewModel.MOST_KNOCKS, door.knocks().size());
        assertEquals(List.of("turn away " + DoorViewModel.MOST_KNOCKS), session.controls.orElseThrow().done());
    }

    @Test
    void theDoorTellsWhetherItIsLockedAndWhomItBars() {
        FakeSession session = FakeSession.host(Privacy.CODE);
        DoorViewModel door = shown(session).door();
        session.tell(new SessionEvent.DoorChanged(true, List.of("192.168.1.66")));
        assertTrue(door.lockedProperty().get());
        assertEquals(List.of("192.168.1.66"), door.barred());
        door.lock(false);
        door.unbar("192.168.1.66");
        door.bar(2);
        door.remove(3);
        assertEquals(List.of("unlock", "unbar 192.168.1.66", "bar 2", "remove 3"),
                session.controls.orElseThrow().done());
    }

    @Test
    void theLinkFollowsTheCodeAndTheAddressChosen() {
        FakeSession session = FakeSession.host(Privacy.CODE);
        InvitationViewModel invitation = shown(session).invitation();
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("fd00::12", "wlan0", LocalAddress.Kind.PHYSICAL))));
        assertEquals("tincan://192.168.1.7:8462/#7-maple-orbit", invitation.linkProperty().get());
        session.tell(new SessionEvent.CodeChanged("9-amber-angel", false));
        invitation.chosenProperty().set(invitation.ways().getLast());
        assertEquals("tincan://[fd00::12]:8462/#9-amber-angel", invitation.linkProperty().get());
        assertFalse(invitation.openProperty().get());
    }

    @Test
    void theInvitationFollowsTheAddressesAndKeepsWhatWasChosen() {
        FakeSession session = FakeSession.host(Privacy.OPEN);
        InvitationViewModel invitation = shown(session).invitation();
        LocalAddress loopback = new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK);
        LocalAddress radio = new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL);
        session.tell(new SessionEvent.Listening(8462, List.of(loopback)));
        assertEquals("tincan://127.0.0.1:8462/", invitation.linkProperty().get());

        session.tell(new SessionEvent.Listening(8462, List.of(radio, loopback)));
        assertEquals("tincan://192.168.1.7:8462/", invitation.linkProperty().get());
        invitation.chosenProperty().set(invitation.ways().getLast());
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("10.0.0.3", "eth0", LocalAddress.Kind.PHYSICAL), radio, loopback)));
        assertEquals("tincan://127.0.0.1:8462/", invitation.linkProperty().get());
        session.tell(new SessionEvent.Listening(8462, List.of(radio)));
        assertEquals("tincan://192.168.1.7:8462/", invitation.linkProperty().get());
    }

    @Test
    void theAddressesAreLookedForWhenTheInvitationIsOpened() {
        FakeSession session = FakeSession.host(Privacy.OPEN);
        InvitationViewModel invitation = shown(session).invitation();
        assertEquals(0, session.looks);
        invitation.openProperty().set(true);
        assertEquals(1, session.looks);
    }

    @Test
    void anOpenLessonsLinkHasNoCode() {
        FakeSession session = FakeSession.host(Privacy.OPEN);
        InvitationViewModel invitation = shown(session).invitation();
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL))));
        assertEquals("tincan://192.168.1.7:8462/", invitation.linkProperty().get());
    }

    @Test
    void aCodeThatChangedByItselfIsToldAndShown() {
        FakeSession session = FakeSession.host(Privacy.CODE);
        SessionViewModel model = shown(session);
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL))));
        session.join(2, "Bob");
        session.tell(new SessionEvent.CodeChanged("9-amber-angel", true));
        assertTrue(model.invitation().openProperty().get());
        assertEquals("9-amber-angel", model.door().codeProperty().get());
        assertTrue(seen(model).endsWith(text.of("conversation.code-forced")), seen(model));
    }

    @Test
    void whyAConnectionWasTurnedAwayIsSaidInWordsWhereThereAreSome() {
        FakeSession session = FakeSession.host(Privacy.CODE);
        SessionViewModel model = shown(session);
        session.tell(new SessionEvent.TurnedAway("192.168.1.66", "wrong-code"));
        session.tell(new SessionEvent.TurnedAway("192.168.1.66", "bad moon\u0007"));
        assertEquals("2026-11-21 | A connection from 192.168.1.66 was turned away: its code was wrong"
                + " | A connection from 192.168.1.66 was turned away: bad moon^G", seen(model));
    }

    @Test
    void aLostConnectionSaysWhenItIsTriedAgain() {
        FakeSession session = FakeSession.guest();
        LinkViewModel link = shown(session).link();
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        session.tell(new SessionEvent.Retrying(Duration.ofSeconds(2)));
        assertEquals("Nothing was heard for 3 seconds. Trying again in 2 s.", link.lostProperty().get());
        seconds.remove().run();
        assertEquals("Nothing was heard for 3 seconds. Trying again in 1 s.", link.lostProperty().get());
        session.tell(new SessionEvent.Retrying(Duration.ZERO));
        assertEquals("Nothing was heard for 3 seconds. Trying again now…", link.lostProperty().get());
        link.tryNow();
        assertEquals(1, session.triedNow);
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        assertEquals("", link.lostProperty().get());
    }

    @Test
    void whatWasNotSentWhenTheSessionEndedIsKeptAndMarked() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        say(model, "sent");
        session.tell(new SessionEvent.Progress(1, 0));
        say(model, "late");
        ConversationViewModel conversation = model.conversation();
        assertEquals(0, conversation.unsentProperty().get());

        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.ROOM_GONE));
        assertEquals(1, conversation.unsentProperty().get());
        assertEquals(List.of("late"), conversation.unsentTexts());
        assertEquals(Delivery.NOT_SENT, conversation.delivery((Row.Message) conversation.rows().getLast()));
        assertEquals("The session you were in no longer exists.", model.link().endedProperty().get());
    }
}
