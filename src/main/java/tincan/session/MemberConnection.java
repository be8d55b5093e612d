package tincan.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tincan.room.Command;
import tincan.room.Cursor;
import tincan.room.LeaveReason;
import tincan.room.Outcome.Admitted;
import tincan.room.Seat;
import tincan.room.floor.FloorMessage;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;

/// The host's end of one member's connection. Its reader turns what comes into commands; its writer drains the member's
/// cursor and is the only one to write. [#serve] is the reader; it returns when the connection is over.
abstract class MemberConnection implements Followers.Follower {
    private static final int PIECE = 64 * 1024;
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// So many looks, 3 s, may a goodbye take.
    private static final int FAREWELL_TICKS = 6;

    final Line line;
    final SharedRoom room;
    final Seat seat;
    final Cursor cursor;
    final Doorbell bell = new Doorbell();
    /// Owner: the reader's thread.
    private final Pace pace;
    private volatile Security security;

    /// The word to say goodbye with; empty while nobody says goodbye.
    private volatile String farewell = "";
    /// Where the log ended when goodbye was said. Set before [#farewell].
    private volatile long farewellTail;
    /// Looks since goodbye was said. Owner: the heartbeat's thread.
    private int farewellTicks;
    /// The newest entry when the member came in.
    private final long cameInAt;
    /// When the writer began the piece that it writes, by [System#nanoTime]; 0 while it writes none.
    private volatile long writingSince;
    /// Owner: the heartbeat's thread.
    private final Silence silence = new Silence();
    /// Owner: the heartbeat's thread.
    private final Dawdling partial = new Dawdling();
    /// Owner: the heartbeat's thread.
    private final Holding holding = new Holding();

    MemberConnection(Stay stay) {
        this.line = stay.line();
        this.room = stay.room();
        this.seat = stay.admitted().seat();
        this.cursor = stay.admitted().cursor();
        this.cameInAt = stay.admitted().last();
        this.security = stay.security();
        this.pace = stay.pace();
    }

    /// A member's place and its connection.
    ///
    /// @param security how the connection is protected
    /// @param pace how fast it may speak
    record Stay(Line line, SharedRoom room, Admitted admitted, Security security, Pace pace) {}

    /// Reads until the connection is over, then takes the member out of the room.
    final void serve() {
        room.followers().add(this);
        Thread writer = Thread.ofVirtual().name(line.name() + " writer " + line.address()).start(this::write);
        LeaveReason leave = readToEnd();
        if (leave != null || farewell.isEmpty()) {
            room.apply(leave != null ? new Command.Leave(seat, leave) : lost());
        }
        passOver();
        bell.ring();
        join(writer);
    }

    private @Nullable LeaveReason readToEnd() {
        try {
            LeaveReason leave = read();
            if (leave == null) {
                line.close(EndReason.PEER_CLOSED);
            } else {
                goodbye(leave == LeaveReason.FLOOD ? Farewell.FLOOD : Farewell.LEFT);
            }
            return leave;
        } catch (BrokenFrame e) {
            line.tap().note(String.valueOf(e.getMessage()));
            goodbye(Farewell.BAD_DATA);
            return LeaveReason.BROKEN;
        } catch (IOException | InterruptedException e) {
            line.close(EndReason.CONNECTION_BROKEN);
            return null;
        }
    }

    /// Takes what still comes after the end, until the peer or the writer closes.
    private void passOver() {
        try {
            while (line.isOpen() && !line.inputEnded() && line.read()) {
                line.reader().drain();
            }
        } catch (IOException e) {
            // closed while reading: that is the end
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes what was said into account, and waits if that was too much for now.
    ///
    /// @return whether it has been too much for too long
    final boolean pause(int cost) throws InterruptedException {
        line.pause(pace.spend(cost, System.nanoTime()));
        return pace.isFlood(System.nanoTime());
    }

    /// How the connection is protected.
    final Security security() {
        return security;
    }

    /// A person compared the safety words.
    final void compared() {
        security = security.compared();
    }

    /// Turns what comes into commands until the end.
    ///
    /// @return why the member leaves; null if its connection just ended
    abstract @Nullable LeaveReason read() throws IOException, BrokenFrame, InterruptedException;

    /// What the room is told when the connection ended without a goodbye.
    Command lost() {
        return new Command.Lose(seat);
    }

    /// Writes what the member gets before its first entry.
    abstract void writeGreeting() throws IOException;

    /// Writes entries that lie in `data` as whole frames.
    abstract void writeEntries(byte[] data, int offset, int length) throws IOException, BrokenFrame;

    /// Writes what is only about now, after all entries that wait.
    abstract void writeSignals() throws IOException;

    /// Writes the last word.
    abstract void writeFarewell(String code) throws IOException;

    private void write() {
        try {
            room.awaitPublished(cameInAt);
            writeGreeting();
            while (line.isOpen() && !finished()) {
                drainTo(cursor.tail());
                writeSignals();
                bell.await();
            }
        } catch (IOException e) {
            // the tap has reported it; what the peer sent before may still be read, so the reader ends the connection
        } catch (BrokenFrame e) {
            throw new IllegalStateException("the room's own log is broken", e);
        } finally {
            room.followers().remove(this); // a cursor that nobody moves must hold nobody
        }
    }

    /// Writes up to the tail as it was. What is appended meanwhile waits for the next turn: it has rung the bell, and
    /// by then it is more. Nothing after a goodbye is written.
    private void drainTo(long tail) throws IOException, BrokenFrame {
        for (long left = left(tail); left > 0 && line.isOpen(); left = left(tail)) {
            int ready = (int) Math.min(left, cursor.available());
            writeEntries(cursor.data(), cursor.offset(), ready);
            cursor.advance(ready);
            room.followers().catchUp();
        }
    }

    private long left(long tail) {
        return cursor.before(farewell.isEmpty() ? tail : Math.min(tail, farewellTail));
    }

    /// Writes bytes in pieces, so that a slow peer's progress is seen.
    final void writePieces(byte[] data, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            writingSince = System.nanoTime();
            line.write(data, offset + done, Math.min(PIECE, length - done));
        }
        writingSince = 0;
    }

    private boolean finished() throws IOException, BrokenFrame {
        String code = farewell;
        if (code.isEmpty()) {
            return false;
        }
        drainTo(farewellTail);
        writeFarewell(code);
        line.halfClose();
        long deadline = System.nanoTime() + LINGER_NANOS;
        while (line.isOpen() && !line.inputEnded() && System.nanoTime() < deadline) {
            bell.await(deadline - System.nanoTime());
        }
        line.close(EndReason.LEFT);
        return true;
    }

    /// Ends the connection politely: what waits now is written, then the last word. Whoever takes too long to read that
    /// is cut. Only the first goodbye counts.
    final void goodbye(String code) {
        synchronized (this) {
            if (farewell.isEmpty()) {
                farewellTail = cursor.tail();
                farewell = code;
            }
        }
        bell.ring();
    }

    /// Ends the connection at once.
    final void cut(EndReason reason) {
        line.close(reason);
        bell.ring();
    }

    @Override
    public final long behind() {
        return cursor.behind();
    }

    @Override
    public final void wake() {
        bell.ring();
    }

    /// Tells the member something about the floor. Returns at once.
    void tellFloor(FloorMessage.FromServer message) {
        // who speaks plain lines never asked
    }

    /// Looks after the connection; called every [Silence#TICK_MILLIS] by one thread.
    ///
    /// @return why it must be cut; [EndReason#NONE] if it may go on
    EndReason tick(long number) {
        if (answersProbes() && silence.tick(line)) {
            return EndReason.SILENT;
        }
        if (partial.tick(line)) {
            return EndReason.BAD_DATA;
        }
        if (!farewell.isEmpty() && ++farewellTicks > FAREWELL_TICKS) {
            return EndReason.TOO_SLOW;
        }
        long since = writingSince;
        boolean stalled = since != 0 && System.nanoTime() - since > STALLED_NANOS;
        return holding.tick(room.followers(), behind()) || stalled ? EndReason.TOO_SLOW : EndReason.NONE;
    }

    /// Whether the peer is a program that answers, so that silence means it is gone.
    abstract boolean answersProbes();
}
