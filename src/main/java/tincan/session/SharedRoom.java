package tincan.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tincan.room.Command;
import tincan.room.Outcome;
import tincan.room.Room;
import tincan.room.RoomRules;
import tincan.room.RoomState;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// The room behind its lock, and those who follow its log. The lock is held for decisions and appends, never over I/O.
final class SharedRoom {
    private static final Duration CLOSING = Duration.ofSeconds(2);
    /// Typing members that are told of.
    private static final int TYPISTS = 8;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    /// Set before the start. Owner: the lock.
    private Room room;
    private final Doorbell waker = new Doorbell();
    private final Followers followers = new Followers();
    private final Runnable onPeople;
    private final Runnable onTypists;

    private volatile boolean closed;
    private volatile byte[] typistsFrame = {};
    private volatile @Nullable Thread wakerThread;
    /// Writes what is new before anybody sees it; null where the room is in memory alone. Owner of changes: the waker.
    private volatile @Nullable RoomKeeper keeper;
    /// Set before the start.
    private Settling settling = (_, _) -> false;
    /// How many bytes of entries wait for the keeper: speakers wait for a slow disk as they do for a slow follower.
    /// Owner of changes: the lock.
    private volatile long withheld;

    SharedRoom(RoomRules rules, InstantSource clock, Runnable onPeople, Runnable onTypists) {
        this.room = new Room(rules);
        this.clock = clock;
        this.onPeople = onPeople;
        this.onTypists = onTypists;
    }

    /// Takes the keeper's room for its own, before the start.
    void keep(RoomKeeper with) {
        lock.lock();
        try {
            room = with.room();
            keeper = with;
        } finally {
            lock.unlock();
        }
        followers.add(new Disk());
        waker.ring(); // that some are lost stands in the room already
    }

    /// The waker itself brings to it what is new.
    private final class Disk implements Followers.Follower {
        @Override
        public long behind() {
            return withheld;
        }

        @Override
        public void wake() {
            // it has just written
        }
    }

    /// Those who follow the log.
    Followers followers() {
        return followers;
    }

    /// What is to follow from each command, before the start.
    void settle(Settling with) {
        settling = with;
    }

    /// What follows from what happened in the room. Called under the lock, so it returns at once.
    interface Settling {
        /// Does what follows.
        ///
        /// @return whether those who follow the log are to look what is new beside it
        boolean settle(Room room, Instant now);
    }

    /// Does something under the lock, and what follows from it. It returns at once.
    void decide(Consumer<Room> work) {
        locked(_ -> {
            work.accept(room);
            return room;
        });
    }

    /// Looks at something under the lock; what it returns must stay true without it.
    <T> T ask(Function<Room, T> question) {
        lock.lock();
        try {
            return question.apply(room);
        } finally {
            lock.unlock();
        }
    }

    /// Does one command.
    Outcome apply(Command command) {
        return locked(now -> room.apply(command, now));
    }

    /// Does commands in order, all under one lock.
    ///
    /// @return why one was not done, if so; those after it were not tried, but for those after a text whose turn it
    /// was not
    Optional<Outcome.Why> applyAll(List<Command> commands) {
        return locked(now -> {
            Optional<Outcome.Why> why = Optional.empty();
            for (Command command : commands) {
                if (room.apply(command, now) instanceof Outcome.Declined declined) {
                    why = Optional.of(declined.why());
                    if (declined.why() != Outcome.Why.NOT_YOUR_TURN) {
                        return why;
                    }
                }
            }
            return why;
        });
    }

    private <T> T locked(Function<Instant, T> work) {
        boolean people;
        boolean grown;
        boolean typing;
        boolean signals;
        T result;
        lock.lock();
        try {
            long before = room.lastSeq();
            Instant now = clock.instant();
            result = work.apply(now);
            signals = settling.settle(room, now);
            grown = room.lastSeq() > before;
            people = room.members().takeMoved();
            typing = room.members().takeTypingMoved();
            if (keeper != null) {
                noteWithheld();
            }
            if (typing) {
                typistsFrame = FrameWriter.bytes(new Frame.Typists(room.members().typists(TYPISTS)));
            }
        } finally {
            lock.unlock();
        }
        if (grown || typing || signals) {
            waker.ring();
        }
        if (people) {
            onPeople.run();
        }
        if (typing) {
            onTypists.run();
        }
        return result;
    }

    /// Wakes the followers whenever there is something new. A thread of its own does so: then speakers read on at once,
    /// and what several of them append meanwhile is told to all followers in one round.
    void start() {
        RoomKeeper keeping = keeper;
        if (keeping != null) {
            keeping.start();
        }
        wakerThread = Thread.ofVirtual().name("room waker").start(() -> {
            while (!closed) {
                waker.await();
                publish();
                followers.wakeAll();
            }
            publish();
        });
    }

    /// Writes what nobody sees yet, and then lets everybody see it. What is appended while it writes comes with the
    /// next round. Only the waker publishes.
    private void publish() {
        RoomKeeper keeping = keeper;
        if (keeping == null) {
            return;
        }
        RoomState fresh;
        Optional<RoomState> whole;
        lock.lock();
        try {
            fresh = room.takeWithheld();
            whole = keeping.wantsWhole() ? Optional.of(room.state()) : Optional.empty();
        } finally {
            lock.unlock();
        }
        boolean kept = fresh.entries().isEmpty() || keeping.keep(fresh, whole);
        lock.lock();
        try {
            if (kept) {
                room.publishTaken();
            } else {
                keeper = null;
                room.withholdNoMore();
            }
            noteWithheld();
            published.signalAll();
        } finally {
            lock.unlock();
        }
        followers.catchUp();
    }

    /// Under the lock.
    private void noteWithheld() {
        withheld = room.withheld();
        followers.lags(withheld);
    }

    /// Waits until everybody may see the entry `seq`. What a newcomer is told before its first entry must not be ahead
    /// of it.
    void awaitPublished(long seq) {
        lock.lock();
        try {
            while (room.publishedSeq() < seq && !closed) {
                published.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Publishes what is left, and ends.
    void close() {
        closed = true;
        waker.ring();
        followers.close();
        Thread waking = wakerThread;
        if (waking != null && keeper != null) {
            join(waking);
        }
    }

    private void join(Thread waking) {
        try {
            waking.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Who types now, as a frame; another array whenever that changes, empty at first.
    byte[] typistsFrame() {
        return typistsFrame;
    }

    List<Integer> typists() {
        return ask(inside -> inside.members().typists(TYPISTS));
    }
}
