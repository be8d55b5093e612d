package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.Kind;

/// Our own protocol, as a guest of the program speaks it: answers each PING, acknowledges entries every 200 ms.
final class FrameDialect implements Dialect {
    private static final long ACK_NANOS = 200_000_000;
    /// What stands after the text in an entry.
    private static final int AFTER_TEXT = "\"}".length();
    /// Only an entry that carries one of our texts is as long as this: others say who came or went, under a short name.
    private static final int SHORTEST_SAID = Stamp.TEXT + 60;
    private static final byte[] ACK_BEFORE = {0, 0, 0, 0, (byte) Kind.ACK.code(), '{', '"', 's', 'e', 'q', '"', ':'};

    private final int member;
    private long seq;
    private long newestAtWelcome = Long.MAX_VALUE;
    private long acked;
    private long ackedAt;

    FrameDialect(int member) {
        this.member = member;
    }

    @Override
    public byte[] hello() {
        return FrameWriter.bytes(
                new Frame.Hello(Frame.VERSION, String.format(Locale.ROOT, "m%05d", member), Optional.empty()));
    }

    @Override
    public void read(Member to, ByteBuffer in) {
        int at = in.position();
        while (in.limit() - at >= FrameReader.HEADER) {
            int end = at + 4 + in.getInt(at);
            if (end > in.limit()) {
                break;
            }
            if (in.get(at + 4) == Kind.ENTRY.code()) {
                entry(to, in, at, end);
            } else {
                other(to, in, at, end);
            }
            at = end;
        }
        in.position(at);
        tick(to, to.now());
    }

    private void entry(Member to, ByteBuffer in, int at, int end) {
        seq++;
        if (end - at >= SHORTEST_SAID) {
            to.text(in, end - AFTER_TEXT - Stamp.TEXT);
        }
        if (seq == newestAtWelcome) {
            to.joined();
        }
    }

    private void other(Member to, ByteBuffer in, int at, int end) {
        int kind = in.get(at + 4);
        if (kind == Kind.PING.code()) {
            to.send(pong(in, at, end));
        } else if (kind == Kind.WELCOME.code() || kind == Kind.REFUSED.code() || kind == Kind.BYE.code()) {
            decoded(copy(in, at, end));
        }
    }

    private void decoded(byte[] bytes) {
        FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
        try {
            for (int done = 0; !reader.advance();) {
                reader.prepare();
                int part = Math.min(reader.space(), bytes.length - done);
                System.arraycopy(bytes, done, reader.data(), reader.offset(), part);
                reader.received(part);
                done += part;
            }
            take(reader.frame());
        } catch (BrokenFrame e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Frame frame) {
        switch (frame) {
            case Frame.Welcome welcome -> {
                seq = welcome.first() - 1;
                acked = seq;
                newestAtWelcome = welcome.last();
            }
            case Frame.Bye bye when bye.code().equals(Farewell.LEFT) -> {
                // the answer to our own
            }
            default -> throw new IllegalStateException("the relay said " + frame);
        }
    }

    @Override
    public void tick(Member to, long now) {
        if (seq > acked && now - ackedAt >= ACK_NANOS) {
            acked = seq;
            ackedAt = now;
            to.send(ack(seq));
        }
    }

    private static byte[] ack(long seq) {
        byte[] number = Long.toString(seq).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocate(ACK_BEFORE.length + number.length + 1);
        frame.put(ACK_BEFORE).put(number).put((byte) '}').putInt(0, frame.capacity() - 4);
        return frame.array();
    }

    /// The same frame, but for its kind.
    private static byte[] pong(ByteBuffer in, int at, int end) {
        byte[] frame = copy(in, at, end);
        frame[4] = (byte) Kind.PONG.code();
        return frame;
    }

    private static byte[] copy(ByteBuffer in, int from, int to) {
        byte[] bytes = new byte[to - from];
        in.get(from, bytes);
        return bytes;
    }

    @Override
    public Message say() {
        return Message.frame(Stamp.blank(member));
    }

    @Override
    public boolean echoes() {
        return true;
    }

    @Override
    public byte[] goodbye() {
        return FrameWriter.bytes(new Frame.Bye(Farewell.LEFT));
    }
}
