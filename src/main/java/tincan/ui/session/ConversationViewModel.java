package tincan.ui.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tincan.room.Entry.Said;
import tincan.session.SessionEvent;
import tincan.session.SessionEvent.Arrived;
import tincan.session.SessionEvent.Missed;
import tincan.session.SessionEvent.Progress;
import tincan.session.SessionEvent.TurnedAway;
import tincan.text.Text;
import tincan.ui.TailList;
import tincan.ui.session.Row.Message;

/// The conversation: numbered rows in the room's order, then this member's own texts that have no number yet. What
/// arrives is gathered, and shown by [#flush], so that any number of entries is one change of the list.
///
/// Owner: the thread of the window.
public final class ConversationViewModel {
    /// So many rows are kept; the oldest go first.
    public static final int KEPT_ROWS = 150_000;
    /// So many characters of text are kept, about 64 MB at worst.
    public static final int KEPT_CHARACTERS = 32_000_000;

    private static final int BLOCK = 10_000;

    private final RowMaker maker;
    private final InstantSource clock;
    private final TailList<Row> rows = new TailList<>();
    private final List<Row> fresh = new ArrayList<>();
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Set<Long> expanded = new HashSet<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0));
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper outstanding = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unsent = new ReadOnlyIntegerWrapper();
    private final BooleanProperty following = new SimpleBooleanProperty(true);

    /// How many of [#rows] have their place for good.
    private int settled;
    private long ownNumberedThrough;
    private long characters;
    private long dropped;
    private boolean stale;
    private boolean over;

    ConversationViewModel(Text text, ZoneId zone, InstantSource clock) {
        this.maker = new RowMaker(text, zone);
        this.clock = clock;
        following.subscribe(now -> {
            if (now) {
                unseen.set(0);
            }
        });
    }

    /// The rows, oldest first.
    public TailList<Row> rows() {
        return rows;
    }

    /// How many rows have their place for good; those after them may still change.
    int settled() {
        return settled;
    }

    /// How many rows were dropped from the beginning so far.
    long dropped() {
        return dropped;
    }

    /// Shows a text of this member's own at the end until it comes back with a number.
    void said(long id, int member, String name, String text) {
        if (id > ownNumberedThrough) {
            waiting.add(new Message(0, id, member, name, clock.instant(), text, true, true));
            outstanding.set(waiting.size());
            stale = true;
            flush();
        }
    }

    /// Takes an entry of the room.
    void arrived(Arrived arrived) {
        if (arrived.mine() && arrived.entry().body() instanceof Said said) {
            ownNumberedThrough = Math.max(ownNumberedThrough, said.id());
            while (!waiting.isEmpty() && waiting.getFirst().id() <= said.id()) {
                waiting.removeFirst();
            }
            outstanding.set(waiting.size());
        }
        maker.row(arrived).ifPresent(this::add);
        if (!arrived.mine() && !arrived.history() && arrived.entry().body() instanceof Said && !following.get()) {
            unseen.set(unseen.get() + 1);
        }
    }

    void missed(Missed missed) {
        add(maker.row(missed, lastInstant()));
    }

    void turnedAway(TurnedAway turnedAway) {
        add(maker.row(turnedAway, clock.instant()));
    }

    void notKept(SessionEvent.NotKept notKept) {
        add(maker.row(notKept, clock.instant()));
    }

    void undelivered(SessionEvent.Undelivered undelivered) {
        add(maker.row(undelivered, clock.instant()));
    }

    /// The code changed by itself.
    void codeForced() {
        add(maker.codeForced(clock.instant()));
    }

    /// The session is over: what was not sent stays, and is marked.
    void closed() {
        over = true;
        unsent.set(unsentTexts().size());
    }

    /// How many of this member's own texts have no number yet.
    ReadOnlyIntegerProperty outstandingProperty() {
        return outstanding.getReadOnlyProperty();
    }

    /// Those texts, in the order they were written.
    List<String> outstandingTexts() {
        return waiting.stream().map(Message::text).toList();
    }

    /// How many of this member's own texts were not sent when the session ended; 0 before.
    public ReadOnlyIntegerProperty unsentProperty() {
        return unsent.getReadOnlyProperty();
    }

    /// The texts that were not sent, in the order they were written.
    public List<String> unsentTexts() {
        return waiting.stream().filter(message -> message.id() > progress.get().sentThrough()).map(Message::text)
                .toList();
    }

    private void add(Row row) {
        Optional<Row> before = last();
        maker.dayBetween(before, row).ifPresent(fresh::add);
        fresh.add(row instanceof Message message ? RowMaker.grouped(last(), message) : row);
        characters += row instanceof Message message ? message.text().length() : 0;
        stale = true;
    }

    private Optional<Row> last() {
        if (!fresh.isEmpty()) {
            return Optional.of(fresh.getLast());
        }
        return settled == 0 ? Optional.empty() : Optional.of(rows.get(settled - 1));
    }

    private Instant lastInstant() {
        return last().filter(Message.class::isInstance).map(row -> ((Message) row).at()).orElseGet(clock::instant);
    }

    /// Shows what was taken since the last time.
    void flush() {
        if (!stale) {
            return;
        }
        stale = false;
        int from = settled;
        List<Row> block = new ArrayList<>(fresh);
        addWaiting(block);
        settled += fresh.size();
        fresh.clear();
        rows.replaceFrom(from, block);
        trim();
    }

    private void addWaiting(List<Row> block) {
        for (Message message : waiting) {
            Optional<Row> before = block.isEmpty() ? last() : Optional.of(block.getLast());
            maker.dayBetween(before, message).ifPresent(block::add);
            block.add(RowMaker.grouped(block.isEmpty() ? before : Optional.of(block.getLast()), message));
        }
    }

    private void trim() {
        int drop = Math.max(0, settled - KEPT_ROWS);
        long over = characters - KEPT_CHARACTERS;
        for (int i = 0; i < settled && (i < drop || over > 0); i++) {
            over -= length(rows.get(i));
            drop = Math.max(drop, i + 1);
        }
        if (drop > 0) {
            dropFirst(Math.min(settled - 1, drop + BLOCK));
        }
    }

    private void dropFirst(int count) {
        for (Row row : rows.subList(0, count)) {
            characters -= length(row);
            expanded.remove(row instanceof Message message ? message.seq() : 0);
        }
        characters -= length(rows.get(count));
        settled -= count;
        dropped += count;
        rows.dropFirst(count);
        rows.replace(0, maker.earlier(clock.instant()));
    }

    private static int length(Row row) {
        return row instanceof Message message ? message.text().length() : 0;
    }

    /// Takes how far this member's own texts have come.
    void progress(Progress now) {
        progress.set(new Progress(Math.max(now.sentThrough(), progress.get().sentThrough()),
                Math.max(now.deliveredThrough(), progress.get().deliveredThrough())));
    }

    /// Changes when [#delivery] may have.
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How far one of this member's own texts has come.
    public Delivery delivery(Message own) {
        if (own.id() <= progress.get().deliveredThrough()) {
            return Delivery.DELIVERED;
        }
        if (own.numbered() || own.id() <= progress.get().sentThrough()) {
            return Delivery.SENT;
        }
        return over ? Delivery.NOT_SENT : Delivery.QUEUED;
    }

    /// Whether the end of the conversation is in view; the view tells it.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// How many messages of others came since the end was in view.
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /// Whether a long message is shown in full.
    public boolean expanded(Message message) {
        return message.numbered() && expanded.contains(message.seq());
    }

    /// Shows a long message in full.
    public void expand(Message message) {
        expanded.add(message.seq());
    }

    /// Shows only the beginning of a long message again.
    public void collapse(Message message) {
        expanded.remove(message.seq());
    }
}
