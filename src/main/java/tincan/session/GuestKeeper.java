package tincan.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tincan.journal.BrokenJournal;
import tincan.journal.PlaceFile;
import tincan.journal.PlaceRecord;
import tincan.room.Outbox;
import tincan.room.Place;
import tincan.room.RoomRules;
import tincan.wire.Frame;

/// Keeps a guest's place and what it has said in a file, so that both outlive the process: a text is written before it
/// goes out. Until [#begin] its owner is the thread that starts the session; then a thread of its own writes, and what
/// is said meanwhile goes into one write.
final class GuestKeeper {
    /// How far the conversation has come is written no more often than this.
    private static final long SEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int NAME_BYTES = 16;

    private final GuestOptions options;
    private final GuestOutbox outbox;
    private final Consumer<SessionEvent> events;
    private final Doorbell bell = new Doorbell();
    private volatile @Nullable Thread thread;
    private volatile boolean over;
    private volatile long seen;

    /// Null while nothing is kept.
    private @Nullable PlaceFile file;
    /// What the file kept when the session began; null if nothing.
    private PlaceFile.@Nullable Content old;
    private @Nullable PlaceRecord place;
    private long writtenId;
    private long writtenSeen;
    private long lastSeen;

    /// @param events is told what could not be kept or delivered; must not wait
    GuestKeeper(GuestOptions options, GuestOutbox outbox, Consumer<SessionEvent> events) {
        this.options = options;
        this.outbox = outbox;
        this.events = events;
    }

    /// A place that an earlier process had.
    ///
    /// @param level what was known of the host
    /// @param fresh whether its room may well be there still: then a host that is suddenly not private is not believed
    record Kept(Frame.Return back, Security.Level level, boolean fresh) {}

    /// Takes up what the file keeps. Where another session has it, nothing is kept, and this guest is somebody new.
    ///
    /// @return the place to come back to, if there is one
    Optional<Kept> open() {
        if (options.keeper().isEmpty()) {
            return Optional.empty();
        }
        Instant written = Instant.EPOCH;
        try {
            file = PlaceFile.take(fileIn(options.keeper().get())).orElse(null);
            if (file != null) {
                written = file.written();
                outbox.withhold(bell::ring);
                old = file.open().orElse(null);
            }
        } catch (BrokenJournal e) {
            // begun anew when the host has let this guest in
        } catch (IOException e) {
            fail(e);
        }
        PlaceFile.Content found = old;
        if (found == null) {
            return Optional.empty();
        }
        PlaceRecord at = found.place();
        Security.Level level = level(at.security());
        if (!at.asked().equals(options.name()) || !options.access().allows(level)
                || !outbox.restore(found.delivered(), texts(found))) {
            forget();
            return Optional.empty();
        }
        Duration age = Duration.between(written, Instant.now());
        return Optional.of(new Kept(new Frame.Return(at.session(), at.member(), at.key(), at.first() - 1), level,
                age.compareTo(RoomRules.DEFAULT.awayFor()) < 0));
    }

    private static String word(Security.Level level) {
        return switch (level) {
            case PROVEN -> "proven";
            case COMPARED -> "compared";
            case NOT_COMPARED -> "not-compared";
            case OPEN -> "open";
        };
    }

    /// A word of a later version is taken for a private room of which nothing is known.
    private static Security.Level level(String word) {
        return switch (word) {
            case "proven" -> Security.Level.PROVEN;
            case "compared" -> Security.Level.COMPARED;
            case "open" -> Security.Level.OPEN;
            default -> Security.Level.NOT_COMPARED;
        };
    }

    /// One file for each host's address.
    private Path fileIn(Path folder) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(options.address().shown().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".place");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Outbox.Text> texts(PlaceFile.Content content) {
        return content.texts().stream().map(say -> new Outbox.Text(say.id(), say.text())).toList();
    }

    /// The place is gone, and so is whom its texts were for.
    void forget() {
        PlaceFile.Content gone = old;
        old = null;
        outbox.empty();
        if (gone != null && !gone.texts().isEmpty()) {
            events.accept(new SessionEvent.Undelivered(gone.texts().size()));
        }
    }

    /// The host has let this guest in: from now on it is kept.
    ///
    /// @param level what is known of the host
    /// @param stands is put where the guest stands
    /// @return the entry before which all is history
    long begin(Frame.Welcome welcome, Security.Level level, Place stands) {
        PlaceFile.Content before = old;
        long first = before == null ? welcome.first() : before.place().first();
        long history = before == null ? welcome.last() : before.seen() + 1;
        stands.startBefore(first);
        seen = history - 1;
        place = new PlaceRecord(options.name(), welcome.session(), welcome.member(), welcome.key(), first, word(level));
        if (file != null) {
            try {
                rewrite(file, place);
            } catch (IOException e) {
                fail(e);
            }
            thread = Thread.ofVirtual().name("guest keeper " + options.address().shown()).start(this::run);
        }
        return history;
    }

    private void run() {
        while (!over && file != null) {
            write(file);
            if (seen > writtenSeen) {
                bell.await(SEEN_NANOS);
            } else {
                bell.await();
            }
        }
        delete();
    }

    private void write(PlaceFile to) {
        List<Frame.Say> fresh = outbox.after(writtenId);
        long now = System.nanoTime();
        if (fresh.isEmpty() && (seen == writtenSeen || now - lastSeen < SEEN_NANOS)) {
            return;
        }
        try {
            PlaceRecord at = place;
            if (to.isLong() && at != null) {
                rewrite(to, at);
            } else {
                long through = seen;
                to.append(fresh, outbox.progress().deliveredThrough(), through);
                written(fresh, through);
            }
            lastSeen = now;
        } catch (IOException e) {
            fail(e);
        }
    }

    private void rewrite(PlaceFile to, PlaceRecord at) throws IOException {
        long through = seen;
        long delivered = outbox.progress().deliveredThrough();
        List<Frame.Say> waiting = outbox.after(delivered);
        to.rewrite(new PlaceFile.Content(at, delivered, through, waiting));
        written(waiting, through);
    }

    private void written(List<Frame.Say> texts, long through) {
        writtenSeen = through;
        if (!texts.isEmpty()) {
            writtenId = texts.getLast().id();
            outbox.kept(writtenId);
        }
    }

    /// The session goes on without being kept.
    private void fail(IOException e) {
        delete();
        outbox.kept(Long.MAX_VALUE);
        events.accept(new SessionEvent.NotKept(RoomKeeper.words(e)));
    }

    private void delete() {
        PlaceFile closing = file;
        file = null;
        if (closing != null) {
            try {
                closing.delete();
            } catch (IOException e) {
                // the next session with this host finds it, and that its place is gone
            }
        }
    }

    /// Every entry up to `seq` is here. From any thread.
    void seen(long seq) {
        if (seq > seen) {
            seen = seq;
            bell.ring();
        }
    }

    /// The session could not be opened: the place stays for the next try.
    void release() {
        PlaceFile closing = file;
        file = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                // it is as it was
            }
        }
    }

    /// The session is over for good: nothing of the place stays. From any thread; calling it again does nothing.
    void end() {
        over = true;
        bell.ring();
        Thread writing = thread;
        if (writing != null && !writing.equals(Thread.currentThread())) {
            try {
                writing.join(CLOSING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
