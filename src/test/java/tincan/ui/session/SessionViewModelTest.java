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
import tincan.session.SessionEvent;
import tincan.text.Text;
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
                InstantSource.fixed(MORNING));
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

        model.watchedProperty().set(false);
        session.hear(1, "Ada", "a", MORNING);
        assertEquals(1, model.unreadProperty().get());
        model.watchedProperty().set(true);
        assertEquals(0, model.unreadProperty().get());
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
}
