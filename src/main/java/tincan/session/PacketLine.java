package tincan.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// A connection for voice packets, either end of it: one thread reads, one writes. It is not recorded: each packet
/// would be a handful of events.
final class PacketLine {
    /// The largest frame on it.
    static final int FRAME_BYTES = 2048;
    /// Each end asks or answers once a second.
    private static final int SILENCE_MILLIS = 10_000;

    private final Line line;
    private final BiConsumer<PacketLine, byte[]> heard;
    private final PacketQueue queue = new PacketQueue();

    /// @param heard gets each packet, on the reader's thread, and must return at once
    PacketLine(Line line, BiConsumer<PacketLine, byte[]> heard) {
        this.line = line;
        this.heard = heard;
    }

    /// Reads until it is over, and writes on a thread of its own.
    ///
    /// @param writerName of that thread
    @SuppressWarnings("ThreadPriorityCheck") // what is late is not heard
    void serve(String writerName) {
        Thread writer = Thread.ofPlatform().name(writerName).daemon().priority(Thread.MAX_PRIORITY).start(this::write);
        try {
            line.reader().limit(FRAME_BYTES);
            line.readTimeout(SILENCE_MILLIS);
            do {
                takeFrames();
            } while (line.read());
        } catch (IOException | BrokenFrame e) {
            // the end of it
        } finally {
            close();
            join(writer);
        }
    }

    private void takeFrames() throws BrokenFrame {
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            switch (frame) {
                case Frame.Packet packet -> heard.accept(this, packet.bytes());
                case Frame.Bye _,Frame.Unknown _ -> {
                }
                default -> throw new BrokenFrame("a frame that is no voice packet");
            }
        }
    }

    private void write() {
        try {
            for (List<byte[]> packets = queue.take(); line.isOpen(); packets = queue.take()) {
                ByteArrayOutputStream frames = new ByteArrayOutputStream();
                packets.forEach(packet -> frames.writeBytes(FrameWriter.bytes(new Frame.Packet(packet))));
                if (frames.size() > 0) {
                    line.write(frames.toByteArray(), 0, frames.size());
                }
            }
        } catch (IOException e) {
            line.close(EndReason.CONNECTION_BROKEN);
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes a packet as soon as it can; one that must wait too long is dropped. Any thread.
    ///
    /// @param packet not changed any more
    void send(byte[] packet) {
        queue.add(packet);
    }

    /// Ends it. Any thread.
    void close() {
        line.close(EndReason.LEFT);
        queue.wake();
    }
}
