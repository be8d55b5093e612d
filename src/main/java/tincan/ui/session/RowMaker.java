package tincan.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.session.SessionEvent;
import tincan.session.TurnAwayReason;
import tincan.session.SessionEvent.Arrived;
import tincan.session.SessionEvent.Missed;
import tincan.session.SessionEvent.TurnedAway;
import tincan.text.Text;
import tincan.ui.ShownText;
import tincan.ui.session.Row.Day;
import tincan.ui.session.Row.Message;
import tincan.ui.session.Row.Notice;
import tincan.ui.session.Row.Sign;

/// Makes rows of what a session tells: words for facts, days between messages, groups of one author's messages.
final class RowMaker {
    /// One author's messages that follow each other this closely stand together.
    static final Duration TOGETHER = Duration.ofMinutes(2);

    private final Text text;
    private final ZoneId zone;

    RowMaker(Text text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    /// The row of an entry; empty for one that shows nothing.
    Optional<Row> row(Arrived arrived) {
        Entry entry = arrived.entry();
        return switch (entry.body()) {
            case Entry.Said said -> Optional.of(new Message(entry.seq(), said.id(), entry.member(), entry.from(),
                    entry.at(), said.text(), arrived.mine(), true));
            case Entry.Joined _ -> arrived.mine() ? Optional.empty() : fact(arrived, Sign.CAME, joined(arrived));
            case Entry.Lost _ -> fact(arrived, Sign.LOST, lost(arrived));
            case Entry.Returned _ -> fact(arrived, Sign.CAME, returned(arrived));
            case Entry.Left left -> fact(arrived, Sign.WENT, text.of(
                    arrived.mine() ? "conversation.self.left" : "conversation.fact.left", left.reason(),
                    name(arrived)));
            case Entry.ModeSet(Mode mode) -> mode(arrived, mode);
            case Entry.Spoke(long epoch, long millis) -> Optional.of(new Row.Spoken(entry.seq(), entry.member(),
                    entry.from(), entry.at(), epoch, Duration.ofMillis(millis), arrived.mine()));
            case Entry.Unknown _ -> Optional.empty();
        };
    }

    private String joined(Arrived arrived) {
        return text.of("conversation.fact.joined", name(arrived));
    }

    private String lost(Arrived arrived) {
        return text.of(arrived.mine() ? "conversation.self.lost" : "conversation.fact.lost", name(arrived));
    }

    private String returned(Arrived arrived) {
        return text.of(arrived.mine() ? "conversation.self.returned" : "conversation.fact.returned", name(arrived));
    }

    private Optional<Row> mode(Arrived arrived, Mode mode) {
        String words = text.of(arrived.mine() ? "conversation.self.mode" : "conversation.fact.mode", mode,
                name(arrived));
        return fact(arrived, mode == Mode.CHAT ? Sign.CHAT : Sign.TURNS, words);
    }

    private static String name(Arrived arrived) {
        return ShownText.of(arrived.entry().from());
    }

    private static Optional<Row> fact(Arrived arrived, Sign sign, String words) {
        return Optional.of(new Notice(arrived.entry().at(), sign, words));
    }

    Row row(Missed missed, Instant at) {
        return new Notice(at, Sign.MISSING, text.of("conversation.missed", missed.toSeq() - missed.fromSeq() + 1));
    }

    Row row(TurnedAway turnedAway, Instant at) {
        String why = TurnAwayReason.of(turnedAway.reason()).map(reason -> text.of("conversation.refusal", reason))
                .orElseGet(() -> ShownText.of(turnedAway.reason()));
        return new Notice(at, Sign.WENT, text.of("conversation.turned-away", turnedAway.address(), why));
    }

    /// The code changed by itself.
    Row codeForced(Instant at) {
        return new Notice(at, Sign.CODE, text.of("conversation.code-forced"));
    }

    Row row(SessionEvent.NotKept notKept, Instant at) {
        return new Notice(at, Sign.LOST, text.of("conversation.not-kept", notKept.reason()));
    }

    Row row(SessionEvent.Undelivered undelivered, Instant at) {
        return new Notice(at, Sign.MISSING, text.of("conversation.undelivered", undelivered.texts()));
    }

    /// What stands first once the oldest rows were dropped.
    Row earlier(Instant at) {
        return new Notice(at, Sign.EARLIER, text.of("conversation.earlier"));
    }

    /// The day that begins between `before` and `after`, if one does.
    Optional<Row> dayBetween(Optional<Row> before, Row after) {
        Optional<LocalDate> day = day(after);
        return day.isEmpty() || before.flatMap(this::day).equals(day)
                ? Optional.empty()
                : Optional.of(new Day(day.get()));
    }

    private Optional<LocalDate> day(Row row) {
        return switch (row) {
            case Message message -> Optional.of(LocalDate.ofInstant(message.at(), zone));
            case Row.Spoken said -> Optional.of(LocalDate.ofInstant(said.at(), zone));
            case Notice notice -> Optional.of(LocalDate.ofInstant(notice.at(), zone));
            case Day day -> Optional.of(day.date());
        };
    }

    /// `message` as it stands after `before`: at the head of a group or in one.
    static Message grouped(Optional<Row> before, Message message) {
        boolean follows = before.isPresent() && before.get() instanceof Message last
                && last.mine() == message.mine() && last.member() == message.member()
                && Duration.between(last.at(), message.at()).abs().compareTo(TOGETHER) < 0;
        return message.leading(!follows);
    }
}
