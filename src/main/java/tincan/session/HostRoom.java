package tincan.session;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tincan.journal.RoomHead;
import tincan.room.Command;
import tincan.room.Outcome.Admitted;

/// The room of a session that is hosted here, a new one or one that a file kept, with the host in it: its seat, its
/// cursor, and the file.
final class HostRoom {
    private final HostOptions options;
    private final SharedRoom shared;
    private final HostSeat seat;
    private volatile String id = Admission.id();
    /// Null where the room is in memory alone.
    private volatile @Nullable RoomKeeper keeper;
    /// Null where nobody listens on this side.
    private volatile @Nullable HostFollower follower;

    /// @param onPeople called when somebody came, went or was lost
    /// @param onTypists called when who types changed
    HostRoom(HostOptions options, Runnable onPeople, Runnable onTypists) {
        this.options = options;
        this.shared = new SharedRoom(options.rules(), InstantSource.system(), onPeople, onTypists);
        this.seat = new HostSeat(shared, options.name());
    }

    /// The room behind its lock.
    SharedRoom shared() {
        return shared;
    }

    /// The host's own place.
    HostSeat seat() {
        return seat;
    }

    /// The room's id: that of the room that is gone on with, if there is one.
    String id() {
        return id;
    }

    /// Takes up the room that the file keeps, if there is one, and the host takes its seat.
    ///
    /// @param port at which it can be reached
    /// @param onNotKept is told why the room is kept no longer, or not at all
    /// @throws SessionFailure if the file belongs to another session, or keeps no room
    Admitted open(int port, Consumer<SessionEvent> onNotKept) throws SessionFailure {
        if (options.journal().isPresent()) {
            takeUp(options.journal().get(), port, onNotKept);
        }
        return isResumed() ? seat.takeAgain(keptSeq()) : seat.take();
    }

    private void takeUp(Path file, int port, Consumer<SessionEvent> onNotKept) throws SessionFailure {
        RoomHead fresh = new RoomHead(id, options.title(), options.name(), SavedSessions.word(options.privacy()),
                options.bind().orElse(""), port, options.announced(), 0);
        RoomKeeper.open(file, options.rules(), fresh, reason -> onNotKept.accept(new SessionEvent.NotKept(reason)))
                .ifPresent(keeping -> {
                    keeper = keeping;
                    id = keeping.session();
                    shared.keep(keeping);
                });
    }

    /// Whether it was there before, and the host in it.
    boolean isResumed() {
        return keptSeq() > 0;
    }

    /// The last entry that was kept; 0 in a new room.
    private long keptSeq() {
        RoomKeeper keeping = keeper;
        return keeping == null ? 0 : keeping.lastSeq();
    }

    /// Brings every entry to the host's own side, from its coming in on.
    void follow(Admitted self, Consumer<SessionEvent> listener) {
        HostFollower following = new HostFollower(shared, self.cursor(), self.first() - 1, keptSeq(), listener);
        follower = following;
        Thread.ofVirtual().name("host cursor").start(following::run);
    }

    /// Looks after what takes time; called every [Silence#TICK_MILLIS] by one thread.
    void tick() {
        HostFollower following = follower;
        if (following != null) {
            following.tick();
        }
        shared.apply(new Command.Expire());
    }

    /// Ends the room, and brings what is left of it to the host's own side. Nothing of it stays on disk.
    ///
    /// @param millis how long that may take
    void close(long millis) throws InterruptedException {
        shared.close();
        RoomKeeper keeping = keeper;
        if (keeping != null) {
            keeping.end();
        }
        HostFollower following = follower;
        if (following != null) {
            following.close(millis);
        }
    }
}
