package tincan.session;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tincan.voice.packet.Drops;

/// Says in the log how many packets were dropped, and why, at most once a minute. Copies that are sent on purpose are
/// not worth a word. Thread-safe; time comes in, by [System#nanoTime].
final class DropNotes {
    private static final long APART_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Drops drops;
    private final Consumer<String> note;
    /// Owner: the lock on this object, as the next one.
    private final Map<Drops.Reason, Long> said = new EnumMap<>(Drops.Reason.class);
    private long next;

    /// @param drops may have counted before, which is not said
    DropNotes(Drops drops, Consumer<String> note, long now) {
        this.drops = drops;
        this.note = note;
        this.said.putAll(drops.all());
        this.next = now;
    }

    /// To be called with each packet: says what was dropped since the last time, if there is anything to say.
    void look(long now) {
        StringJoiner news = new StringJoiner(", ", "dropped: ", "").setEmptyValue("");
        synchronized (this) {
            if (now - next < 0) {
                return;
            }
            drops.all().forEach((reason, count) -> add(reason, count, news));
            if (news.length() == 0) {
                return;
            }
            next = now + APART_NANOS;
        }
        note.accept(news.toString());
    }

    /// Under the lock.
    private void add(Drops.Reason reason, long count, StringJoiner news) {
        long more = count - said.getOrDefault(reason, 0L);
        if (more > 0 && reason != Drops.Reason.COPY) {
            said.put(reason, count);
            news.add(more + " " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
