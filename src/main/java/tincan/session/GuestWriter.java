package tincan.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tincan.room.Outbox;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// Writes what a guest has to say on one connection: first what waits in the outbox, then what is only about now. Its
/// thread is the only one that writes.
final class GuestWriter {
    /// Acknowledgements are no closer than this, so that a busy room does not answer each entry.
    private static final long ACK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int BATCH = 32 * 1024;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Line line;
    private final GuestOutbox outbox;
    private final Doorbell bell = new Doorbell();
    private final FrameWriter frames = new FrameWriter();

    /// Owner: the writer's thread, as the next three.
    private long carried;
    private long acknowledged;
    private long lastAck;
    private boolean typingTold;

    private volatile long acknowledge;
    private volatile boolean typing;
    private volatile boolean pingDue;
    private volatile Frame.@Nullable Pong pong;
    private volatile boolean leaving;

    /// @param said the highest id that the room has of this guest's texts
    /// @param last the last entry this guest has
    GuestWriter(Line line, GuestOutbox outbox, long said, long last) {
        this.line = line;
        this.outbox = outbox;
        this.carried = said;
        this.acknowledged = last;
        this.acknowledge = last;
    }

    /// Writes until the connection is over.
    void run() {
        try {
            while (line.isOpen() && !leaving) {
                writeTexts();
                writeSignals();
                if (acknowledge > acknowledged) {
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
        for (Optional<Outbox.Text> text = outbox.next(carried); text.isPresent(); text = outbox.next(carried)) {
            frames.encode(new Frame.Say(text.get().id(), text.get().text()));
            batch.write(frames.data(), 0, frames.length());
            carried = text.get().id();
            if (batch.size() >= BATCH) {
                flush(batch);
            }
        }
        flush(batch);
    }

    private void flush(ByteArrayOutputStream batch) throws IOException {
        if (batch.size() > 0) {
            write(batch.toByteArray());
            batch.reset();
            outbox.sent(this, carried);
        }
    }

    private void writeSignals() throws IOException {
        long ack = acknowledge;
        long now = System.nanoTime();
        if (ack > acknowledged && now - lastAck >= ACK_NANOS) {
            write(FrameWriter.bytes(new Frame.Ack(ack)));
            acknowledged = ack;
            lastAck = now;
        }
        Frame.Pong answer = pong;
        if (answer != null) {
            pong = null;
            write(FrameWriter.bytes(answer));
        }
        if (pingDue) {
            pingDue = false;
            write(FrameWriter.bytes(new Frame.Ping(System.nanoTime())));
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
            line.wrote(frame, 0, frame.length);
        } catch (BrokenFrame e) {
            throw new IOException("a frame of our own is broken", e);
        }
    }

    /// There is something to write, or the connection is over.
    void wake() {
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

    void pong(long stamp) {
        pong = new Frame.Pong(stamp);
        bell.ring();
    }

    /// Says goodbye after what was said, and closes.
    void sayGoodbye() {
        leaving = true;
        bell.ring();
    }
}
