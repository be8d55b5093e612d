package tincan.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tincan.room.Cursor;
import tincan.room.Entry;
import tincan.room.EntryCodec;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// The host's own cursor: a member without a socket. One thread reads the log and hands on its entries.
final class HostFollower implements SharedRoom.Follower {
    private final SharedRoom room;
    private final Cursor cursor;
    private final Consumer<Entry> reader;
    private final Doorbell bell = new Doorbell();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean closed;

    HostFollower(SharedRoom room, Cursor cursor, Consumer<Entry> reader) {
        this.room = room;
        this.cursor = cursor;
        this.reader = reader;
    }

    /// Reads until closed.
    void run() {
        do {
            for (int ready = cursor.available(); ready > 0; ready = cursor.available()) {
                read(ready);
                cursor.advance(ready);
                room.catchUp();
            }
            bell.await(TimeUnit.HOURS.toNanos(1));
        } while (!closed || cursor.available() > 0);
        done.countDown();
    }

    private void read(int ready) {
        try {
            for (FrameReader frames = FrameReader.over(cursor.data(), cursor.offset(), ready); frames.advance();) {
                if (frames.frame() instanceof Frame.Entry entry) {
                    reader.accept(EntryCodec.entry(entry));
                }
            }
        } catch (BrokenFrame e) {
            throw new IllegalStateException("the room's own log is broken", e);
        }
    }

    @Override
    public long behind() {
        return cursor.behind();
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
