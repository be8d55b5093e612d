package tincan.session;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tincan.journal.BrokenJournal;
import tincan.journal.MemberRecord;
import tincan.journal.RoomHead;
import tincan.journal.RoomJournal;
import tincan.room.MemberState;
import tincan.room.Mode;
import tincan.room.Room;
import tincan.room.RoomRules;
import tincan.room.RoomState;
import tincan.session.SessionFailure.Kind;
import tincan.wire.BrokenFrame;

/// Keeps a host's room in a file, so that it outlives the process: what is new is written before anybody sees it. The
/// room's waker is the only thread that writes; another brings what was written to the disk itself once a second.
final class RoomKeeper {
    private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RoomJournal journal;
    private final RoomHead head;
    private final Room room;
    private final long keptSeq;
    private final Consumer<String> onFailure;
    private final Doorbell forceBell = new Doorbell();
    private volatile boolean closed;
    /// What went wrong when another than the waker wrote; the waker gives up then.
    private volatile @Nullable IOException broken;
    /// So much the file may grow between two rewritings.
    private final long growth;
    /// At this size the file is rewritten. Owner: the waker.
    private long rewriteAt;

    private RoomKeeper(RoomJournal journal, RoomHead head, Room room, long growth,
            Consumer<String> onFailure) {
        this.journal = journal;
        this.head = head;
        this.room = room;
        this.keptSeq = room.restoredSeq();
        this.growth = growth;
        this.rewriteAt = Math.max(2 * growth, journal.size() + growth / 2);
        this.onFailure = onFailure;
    }

    /// Takes up the room that the file keeps, or begins to keep a new one.
    ///
    /// @param fresh how the file begins if there is none
    /// @param onFailure is told, at most once and in the system's words, why the room is kept no longer
    /// @return empty if it cannot be kept, which has been told
    /// @throws SessionFailure if another session has the file, or it keeps no room
    static Optional<RoomKeeper> open(Path file, RoomRules rules, RoomHead fresh, Consumer<String> onFailure)
            throws SessionFailure {
        try {
            RoomJournal journal = RoomJournal.take(file)
                    .orElseThrow(() -> new SessionFailure(Kind.JOURNAL_IN_USE, file.toString()));
            return Optional.of(begin(journal, rules, fresh, onFailure));
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new SessionFailure(Kind.JOURNAL_UNREADABLE, file.toString());
            }
            onFailure.accept(words(e));
            return Optional.empty();
        } catch (BrokenJournal | BrokenFrame e) {
            throw new SessionFailure(Kind.JOURNAL_UNREADABLE, file.toString());
        }
    }

    private static RoomKeeper begin(RoomJournal journal, RoomRules rules, RoomHead fresh, Consumer<String> onFailure)
            throws IOException, BrokenJournal, BrokenFrame {
        try {
            Optional<RoomJournal.Content> kept = journal.open();
            if (kept.isEmpty()) {
                journal.rewrite(fresh, List.of(), List.of());
            }
            Room room = Room.restore(rules, kept.map(RoomKeeper::state).orElse(RoomState.EMPTY), Person.HOST,
                    Instant.now());
            RoomHead head = kept.map(RoomJournal.Content::head).orElse(fresh);
            RoomKeeper keeper = new RoomKeeper(journal, head, room, rules.retention(), onFailure);
            if (kept.isPresent()) {
                keeper.noteEpoch();
            }
            return keeper;
        } catch (IOException | BrokenJournal | BrokenFrame e) {
            journal.close();
            throw e;
        }
    }

    private static RoomState state(RoomJournal.Content kept) {
        List<MemberState> members = kept.members().stream().map(one -> new MemberState(one.member(), one.name(),
                one.key(), one.mayReturn(), one.present(), one.said())).toList();
        return new RoomState(kept.head().lastMember(), members, kept.entries(),
                Mode.of(kept.head().mode()).orElse(Mode.CHAT), kept.head().lastEpoch());
    }

    /// Writes down where the turns of this run begin, before there is one: those of the next begin after it, even if
    /// the log tells of none.
    private void noteEpoch() {
        try {
            journal.append(head(room.state()));
        } catch (IOException e) {
            broken = e;
        }
    }

    private RoomHead head(RoomState state) {
        return head.with(state.lastMember(), state.mode().wire(), state.lastEpoch());
    }

    /// The room's id.
    String session() {
        return head.session();
    }

    /// The room, which withholds its entries.
    Room room() {
        return room;
    }

    /// Whether the room was there before, and the host in it.
    boolean resumed() {
        return keptSeq > 0;
    }

    /// The last entry that the file kept; 0 if the room is new.
    long lastSeq() {
        return keptSeq;
    }

    /// Begins to bring what is written to the disk.
    void start() {
        Thread.ofPlatform().daemon().name("room keeper").start(() -> {
            while (!closed) {
                forceBell.await(FORCE_NANOS);
                force();
            }
        });
    }

    private void force() {
        try {
            journal.force();
        } catch (IOException e) {
            broken = e;
        }
    }

    /// Whether the file is so long that the whole room should be written anew.
    boolean wantsWhole() {
        return journal.size() > rewriteAt;
    }

    /// Writes what is new. When this returns it outlives the process, or cannot be kept, which has been told.
    ///
    /// @param whole the room with what is new, where that was wanted
    /// @return whether the room is kept on
    boolean keep(RoomState fresh, Optional<RoomState> whole) {
        try {
            IOException failure = broken;
            if (failure != null) {
                throw failure;
            }
            if (whole.isEmpty() || !rewritten(whole.get())) {
                journal.append(records(fresh), fresh.entries());
            }
            return true;
        } catch (IOException e) {
            end(); // an old state of the room must not be taken for the room
            onFailure.accept(words(e));
            return false;
        }
    }

    /// Tries to write the file anew. Where there is no space for a second one, the first goes on.
    private boolean rewritten(RoomState whole) {
        try {
            journal.rewrite(head(whole), records(whole), whole.entries());
            rewriteAt = Math.max(2 * growth, journal.size() + growth / 2);
            return true;
        } catch (IOException e) {
            rewriteAt = journal.size() + growth;
            return false;
        }
    }

    private static List<MemberRecord> records(RoomState state) {
        return state.members().stream().map(one -> new MemberRecord(one.member(), one.name(), one.key(),
                one.mayReturn(), one.present(), one.said())).toList();
    }

    /// What went wrong, in the words of the system.
    static String words(IOException e) {
        String reason = e instanceof FileSystemException where ? where.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }

    /// The room is over: nothing of it stays. Only when the waker writes no more.
    void end() {
        closed = true;
        forceBell.ring();
        try {
            journal.delete();
        } catch (IOException e) {
            // the file stays, and may be resumed
        }
    }
}
