package tincan.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a guest has said and not yet seen come back with a number. It outlives connections: after a cut the same texts
/// go out again under the same ids, and the room drops those it has. Not thread-safe.
public final class Outbox {
    /// How many texts may wait.
    public static final int TEXTS = 4096;
    /// How many characters may wait.
    public static final long CHARACTERS = 4L << 20;

    private final Map<Long, String> waiting = new HashMap<>();
    private long characters;
    private long lastId;
    private long sentThrough;
    private long deliveredThrough;

    /// A text that waits.
    public record Text(long id, String text) {}

    /// Whether another text may be added.
    public boolean hasRoom() {
        return waiting.size() < TEXTS && characters < CHARACTERS;
    }

    /// Takes a text.
    ///
    /// @return its id, one more than the last one's
    public long add(String text) {
        waiting.put(++lastId, text);
        characters += text.length();
        return lastId;
    }

    /// Goes on where another one ended. Only while nothing has been added.
    ///
    /// @param delivered the highest id that came back
    /// @param texts what else was said, with the ids after it, in order
    public void restore(long delivered, List<Text> texts) {
        lastId = delivered;
        deliveredThrough = delivered;
        sentThrough = delivered;
        for (Text text : texts) {
            if (text.id() != add(text.text())) {
                throw new IllegalArgumentException("text " + text.id());
            }
        }
    }

    /// The highest id given.
    public long lastId() {
        return lastId;
    }

    /// The oldest text with an id above `id`, for a connection that has carried those up to `id`.
    public Optional<Text> next(long id) {
        long next = Math.max(id, deliveredThrough) + 1;
        return Optional.ofNullable(waiting.get(next)).map(text -> new Text(next, text));
    }

    /// The connection has carried every text up to and including `id`.
    public void sent(long id) {
        sentThrough = Math.max(sentThrough, id);
    }

    /// This member's own text came back numbered.
    public void delivered(long id) {
        for (long each = deliveredThrough + 1; each <= Math.min(id, lastId); each++) {
            String text = waiting.remove(each);
            characters -= text == null ? 0 : text.length();
        }
        deliveredThrough = Math.max(deliveredThrough, Math.min(id, lastId));
        sentThrough = Math.max(sentThrough, deliveredThrough);
    }

    /// A new connection begins: what the room does not have goes out again.
    ///
    /// @param said the highest id that the room has
    public void resume(long said) {
        sentThrough = Math.max(Math.min(said, lastId), deliveredThrough);
    }

    /// The highest id that was written to the present connection or is in the room.
    public long sentThrough() {
        return sentThrough;
    }

    /// The highest id that came back numbered.
    public long deliveredThrough() {
        return deliveredThrough;
    }

    /// Whether everything said came back.
    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
