package tincan.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tincan.room.Cursor;
import tincan.room.Entry;
import tincan.room.EntryCodec;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// The host's own cursor: a member without a socket. One thread reads the log and hands on its entries. When its
/// listener is so slow that the room waits for it, it lets go of its cursor, and takes another from the log when the
/// listener is back.
final class HostFollower implements Followers.Follower {
    private final SharedRoom room;
    private final long history;
    private final Consumer<SessionEvent> listener;
    private final Doorbell bell = new Doorbell();
    private final CountDownLatch done = new CountDownLatch(1);
    /// Owner: the heartbeat's thread.
    private final Holding holding = new Holding();
    private volatile boolean closed;
    /// Null once it has let go. Owner of changes: the lock on this object.
    private volatile @Nullable Cursor cursor;
    /// The last entry handed on. Owner: the reading thread.
    private long last;

    /// @param before the last entry that its listener needs not be told
    /// @param history the last entry that was there before this session was opened
    HostFollower(SharedRoom room, Cursor cursor, long before, long history, Consumer<SessionEvent> listener) {
        this.room = room;
        this.history = history;
        this.cursor = cursor;
        this.last = before;
        this.listener = listener;
    }

    /// Reads until closed.
    void run() {
        room.followers().add(this);
        for (boolean end = closed;; end = closed) {
            while (readSlice()) {
                room.followers().catchUp();
            }
            if (end) {
                break;
            }
            bell.await();
        }
        room.followers().remove(this);
        done.countDown();
    }

    /// Hands on what lies ready in one piece. It keeps no hold of the cursor meanwhile.
    private boolean readSlice() {
        FrameReader frames;
        int length;
        synchronized (this) {
            Cursor current = cursor == null ? takeUp() : cursor;
            length = current.available();
            frames = FrameReader.over(current.data(), current.offset(), length);
            current.advance(length);
        }
        handOn(frames);
        return length > 0;
    }

    private Cursor takeUp() {
        Cursor fresh = room.ask(inside -> inside.cursorBefore(last + 1));
        cursor = fresh;
        room.followers().add(this);
        return fresh;
    }

    private void handOn(FrameReader frames) {
        try {
            while (frames.advance()) {
                if (frames.frame() instanceof Frame.Entry frame) {
                    Entry entry = EntryCodec.entry(frame);
                    if (entry.seq() > last + 1) {
                        listener.accept(new SessionEvent.Missed(last + 1, entry.seq() - 1));
                    }
                    last = entry.seq();
                    listener.accept(new SessionEvent.Arrived(entry, entry.member() == Person.HOST,
                            entry.seq() <= history));
                }
            }
        } catch (BrokenFrame e) {
            throw new IllegalStateException("the room's own log is broken", e);
        }
    }

    /// Looks after itself; called every [Silence#TICK_MILLIS] by one thread.
    void tick() {
        if (holding.tick(room.followers(), behind())) {
            letGo();
        }
    }

    /// Holds nobody any longer; what comes meanwhile is read from the log later, as far as the log still has it.
    private synchronized void letGo() {
        cursor = null;
        room.followers().remove(this);
        bell.ring();
    }

    @Override
    public long behind() {
        Cursor current = cursor;
        return current == null ? 0 : current.behind();
    }

    @Override
    public void wake() {
        bell.ring();
    }

    /// Ends the thread once it has read everything, and waits for that.
    void close(long millis) throws InterruptedException {
        closed = true;
        bell.ring();
        done.await(millis, TimeUnit.MILLISECONDS);
    }
}
