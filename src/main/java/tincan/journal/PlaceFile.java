package tincan.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.Json;
import tools.jackson.core.JsonParser;

/// A guest's place in a file: where it was in, and what it has said that has not come back. `docs/journal.md` is the
/// reference.
///
/// Owner: one thread.
public final class PlaceFile implements AutoCloseable {
    static final String TITLE = "tincan place 1";
    static final int PLACE = 129;
    static final int PROGRESS = 130;
    /// A file may grow to this size, or to twice what its last rewriting left.
    private static final long SMALL = 1 << 20;
    private static final int BATCH = 1 << 20;

    private final HeldFile held;
    private final BatchFile file;
    private final FrameWriter frames = new FrameWriter();
    private long rewriteAt = SMALL;

    private PlaceFile(HeldFile held) {
        this.held = held;
        this.file = held.batches();
    }

    /// What a file keeps.
    ///
    /// @param delivered the highest id of an own text that came back
    /// @param seen the number of the last entry that was here
    /// @param texts those said after `delivered`, in order
    public record Content(PlaceRecord place, long delivered, long seen, List<Frame.Say> texts) {}

    /// Takes hold of a file, which need not be there.
    ///
    /// @return empty if another session holds it
    public static Optional<PlaceFile> take(Path path) throws IOException {
        return HeldFile.take(path, TITLE).map(PlaceFile::new);
    }

    /// When something was last written; long ago if there is no file.
    public Instant written() throws IOException {
        return Files.exists(held.path()) ? Files.getLastModifiedTime(held.path()).toInstant() : Instant.EPOCH;
    }

    /// Reads what the file keeps, and goes on after it.
    ///
    /// @return empty if there is no file; then it begins with [#rewrite]
    /// @throws BrokenJournal if it keeps no place
    public Optional<Content> open() throws IOException, BrokenJournal {
        Reading reading = new Reading();
        try {
            long end = file.read(batch -> Records.read(batch, reading::take));
            Content content = reading.content();
            file.openAt(end);
            rewriteAt = Math.max(SMALL, 2 * end);
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Gathers what the records say.
    private static final class Reading implements Json.Field {
        private final List<Frame.Say> texts = new ArrayList<>();
        private @Nullable PlaceRecord place;
        private String asked = "";
        private String session = "";
        private String key = "";
        private String security = "";
        private int member;
        private long first;
        private long delivered;
        private long seen;

        boolean take(FrameReader record) throws BrokenFrame {
            switch (record.kind()) {
                case PLACE -> {
                    Records.fields(record, this);
                    place = new PlaceRecord(asked, session, member, key, first, security);
                }
                case PROGRESS -> Records.fields(record, this);
                default -> {
                    if (record.frame() instanceof Frame.Say say) {
                        texts.add(say);
                    }
                }
            }
            return true;
        }

        @Override
        public void take(String field, JsonParser value) throws BrokenFrame {
            switch (field) {
                case "asked" -> asked = Json.string(value);
                case "session" -> session = Json.string(value);
                case "key" -> key = Json.string(value);
                case "security" -> security = Json.string(value);
                case "member" -> member = Json.smallNumber(value);
                case "first" -> first = Json.number(value);
                case "delivered" -> delivered = Json.number(value);
                case "seen" -> seen = Json.number(value);
                default -> value.skipChildren();
            }
        }

        Content content() throws BrokenJournal {
            PlaceRecord found = place;
            if (found == null) {
                throw new BrokenJournal("no place");
            }
            List<Frame.Say> left = texts.stream().filter(text -> text.id() > delivered).toList();
            for (int i = 0; i < left.size(); i++) {
                if (left.get(i).id() != delivered + 1 + i) {
                    throw new BrokenJournal("a text is missing");
                }
            }
            return new Content(found, delivered, seen, left);
        }
    }

    /// Writes what is new. When this returns it outlives the process.
    ///
    /// @param texts said since the last call
    public void append(List<Frame.Say> texts, long delivered, long seen) throws IOException {
        file.append(batches(texts, delivered, seen));
    }

    /// Puts a file with this alone in place of what there is.
    public void rewrite(Content content) throws IOException {
        Records first = new Records();
        PlaceRecord place = content.place();
        first.add(PLACE, json -> {
            json.writeStringProperty("asked", place.asked());
            json.writeStringProperty("session", place.session());
            json.writeStringProperty("key", place.key());
            json.writeNumberProperty("member", place.member());
            json.writeNumberProperty("first", place.first());
            json.writeStringProperty("security", place.security());
        });
        List<ByteBuffer> batches = new ArrayList<>(List.of(first.batch()));
        batches.addAll(batches(content.texts(), content.delivered(), content.seen()));
        file.replace(batches);
        rewriteAt = Math.max(SMALL, 2 * file.size());
    }

    private List<ByteBuffer> batches(List<Frame.Say> texts, long delivered, long seen) {
        List<ByteBuffer> batches = new ArrayList<>();
        Records records = new Records();
        records.add(PROGRESS, json -> {
            json.writeNumberProperty("delivered", delivered);
            json.writeNumberProperty("seen", seen);
        });
        for (Frame.Say text : texts) {
            if (records.size() > BATCH) {
                batches.add(records.batch());
                records = new Records();
            }
            frames.encode(text);
            records.add(frames.data(), frames.length());
        }
        batches.add(records.batch());
        return batches;
    }

    /// Whether so much of it is no longer needed that it should be rewritten.
    public boolean isLong() {
        return file.size() > rewriteAt;
    }

    /// Deletes the file: nothing is left of the place. Lets go of it.
    public void delete() throws IOException {
        held.delete();
    }

    /// Lets go of the file; it stays.
    @Override
    public void close() throws IOException {
        held.close();
    }
}
