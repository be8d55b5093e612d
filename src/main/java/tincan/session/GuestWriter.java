package tincan.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tincan.room.Outbox;
import tincan.room.Rate;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// Writes what a guest has to say on one connection: first what waits in the outbox, then what is only about now. Its
/// thread is the only one that writes.
final class GuestWriter {
    /// Acknowledgements are no closer than this, so that a busy room does not answer each entry.
    private static final long ACK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int PUSH_PERCENT = 90;
    private static final Duration BURST = Duration.ofSeconds(4);
    private static final int BATCH = 32 * 1024;
    /// What the host did not take is not sent again before; should it not be taken again, that is no hurry.
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /// So many messages about the floor wait for a network that stands still. A lost one is made good by the lease.
    private static final int FLOOR_FRAMES = 64;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Line line;
    private final GuestOutbox outbox;
    private final GuestFloor floor;
    private final Doorbell bell = new Doorbell();
    private final FrameWriter frames = new FrameWriter();

    /// Owner of changes: the writer's thread.
    private volatile long carried;
    /// Owner: the writer's thread, as the next two.
    private long acknowledged;
    private long lastAck;
    private boolean typingTold;
    /// Owner: the writer's thread. Keeps below the host's own, so that the host need not slow this guest down.
    private final Pace pace;
    /// Until when no text goes out, by [System#nanoTime]. Owner: the writer's thread.
    private long heldUntil = System.nanoTime();

    private volatile long acknowledge;
    private volatile boolean typing;
    private volatile boolean pingDue;
    private volatile boolean declineDue;
    private final AtomicReference<Frame.@Nullable VoiceJoin> voice = new AtomicReference<>();
    private final AtomicReference<Frame.@Nullable Pong> pong = new AtomicReference<>();
    private volatile boolean leaving;
    /// Owner: its own lock.
    private final ArrayDeque<Frame> floorFrames = new ArrayDeque<>();
    /// The text that the host did not take; 0 if there is none.
    private final AtomicLong again = new AtomicLong();

    /// @param said the highest id that the room has of this guest's texts
    /// @param last the last entry this guest has
    /// @param rate how many texts a second the host takes; 0 for any number
    GuestWriter(Line line, GuestOutbox outbox, GuestFloor floor, long said, long last, int rate) {
        this.pace = new Pace(new Rate(below(rate), BURST, Duration.ZERO), System.nanoTime());
        this.line = line;
        this.outbox = outbox;
        this.floor = floor;
        this.carried = said;
        this.acknowledged = last;
        this.acknowledge = last;
    }

    /// A little less than the host takes. What it says may be any number.
    private static int below(int rate) {
        return rate <= 0 ? 0 : (int) Math.max(1, (long) rate * PUSH_PERCENT / 100);
    }

    /// Writes until the connection is over.
    void run() {
        try {
            while (line.isOpen() && !leaving) {
                writeTexts();
                writeSignals();
                long held = heldUntil - System.nanoTime();
                if (held > 0) {
                    bell.await(Math.min(held, ACK_NANOS));
                } else if (acknowledge > acknowledged) {
                    bell.await(ACK_NANOS);
                } else {
                    bell.await();
                }
            }
            if (line.isOpen()) {
                leave();
            }
        } catch (IOException e) {
            // the tap has reported it; what the host sent before may still be read, so the reader ends the connection
        }
    }

    private void writeTexts() throws IOException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (Optional<Outbox.Text> text = nextText(); text.isPresent(); text = nextText()) {
            frames.encode(new Frame.Say(text.get().id(), text.get().text()));
            batch.write(frames.data(), 0, frames.length());
            carried = text.get().id();
            long now = System.nanoTime();
            heldUntil = now + pace.spend(Pace.cost(text.get().text()), now);
            if (batch.size() >= BATCH) {
                flush(batch);
                writeFloor();
            }
        }
        flush(batch);
    }

    private Optional<Outbox.Text> nextText() {
        goBack();
        return heldUntil - System.nanoTime() > 0 || !floor.maySend() ? Optional.empty() : outbox.next(carried);
    }

    /// What the host did not take, and all after it, goes out once more.
    private void goBack() {
        long id = again.getAndSet(0);
        if (id != 0 && id <= carried) {
            carried = id - 1;
            heldUntil = Math.max(heldUntil, System.nanoTime() + AGAIN_NANOS);
            outbox.back(this, carried);
        }
    }

    private void flush(ByteArrayOutputStream batch) throws IOException {
        if (batch.size() > 0) {
            write(batch.toByteArray());
            batch.reset();
            outbox.sent(this, carried);
            floor.carried(carried);
        }
    }

    private void writeFloor() throws IOException {
        for (Frame frame = nextFloor(); frame != null; frame = nextFloor()) {
            write(FrameWriter.bytes(frame));
        }
    }

    private @Nullable Frame nextFloor() {
        synchronized (floorFrames) {
            return floorFrames.poll();
        }
    }

    private void writeSignals() throws IOException {
        writeFloor();
        long ack = acknowledge;
        long now = System.nanoTime();
        if (ack > acknowledged && now - lastAck >= ACK_NANOS) {
            write(FrameWriter.bytes(new Frame.Ack(ack)));
            acknowledged = ack;
            lastAck = now;
        }
        Frame.Pong answer = pong.getAndSet(null);
        if (answer != null) {
            write(FrameWriter.bytes(answer));
        }
        if (pingDue) {
            pingDue = false;
            write(FrameWriter.bytes(new Frame.Ping(System.nanoTime())));
        }
        if (declineDue) {
            declineDue = false;
            write(FrameWriter.bytes(new Frame.Watch(false)));
        }
        Frame.VoiceJoin part = voice.getAndSet(null);
        if (part != null) {
            write(FrameWriter.bytes(part));
        }
        if (typing != typingTold) {
            typingTold = typing;
            write(FrameWriter.bytes(new Frame.Typing(typingTold)));
        }
    }

    private void leave() throws IOException {
        if (acknowledge > acknowledged) {
            write(FrameWriter.bytes(new Frame.Ack(acknowledge)));
        }
        write(FrameWriter.bytes(new Frame.Bye(Farewell.LEFT)));
        line.halfClose();
        long deadline = System.nanoTime() + LINGER_NANOS;
        while (line.isOpen() && !line.inputEnded() && System.nanoTime() < deadline) {
            bell.await(deadline - System.nanoTime());
        }
        line.close(EndReason.LEFT);
    }

    private void write(byte[] frame) throws IOException {
        line.write(frame, 0, frame.length);
        try {
            line.frames().wrote(frame, 0, frame.length);
        } catch (BrokenFrame e) {
            throw new IOException("a frame of our own is broken", e);
        }
    }

    /// There is something to write, or the connection is over.
    void wake() {
        bell.ring();
    }

    /// The highest id of a text that this connection has carried, or that the room had when it began.
    long carried() {
        return carried;
    }

    /// The host did not take the text `id`, and takes none after it before that.
    void again(long id) {
        again.set(id);
        bell.ring();
    }

    /// Tells the host something about the floor.
    void floor(Frame frame) {
        synchronized (floorFrames) {
            if (floorFrames.size() >= FLOOR_FRAMES) {
                floorFrames.remove();
            }
            floorFrames.add(frame);
        }
        bell.ring();
    }

    /// Every entry up to `seq` is here.
    void acknowledge(long seq) {
        acknowledge = seq;
        bell.ring();
    }

    void typing(boolean now) {
        typing = now;
        bell.ring();
    }

    void ping() {
        pingDue = true;
        bell.ring();
    }

    /// Tells the host that this end of the connection is not shown, or no longer.
    void declineToShow() {
        declineDue = true;
        bell.ring();
    }

    /// Takes part in the voice, or no longer.
    void voice(boolean join) {
        voice.set(new Frame.VoiceJoin(join));
        bell.ring();
    }

    void pong(long stamp) {
        pong.set(new Frame.Pong(stamp));
        bell.ring();
    }

    /// Says goodbye after what was said, and closes.
    void sayGoodbye() {
        leaving = true;
        bell.ring();
    }
}
