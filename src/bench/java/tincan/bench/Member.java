package tincan.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// One member of the load: its connection and what it got. Owner: the load's thread.
final class Member {
    private static final int SMALL = 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int number;
    private final Crowd crowd;
    private final Link link;
    private final Dialect dialect;
    private final Message message;
    /// What waits to be sent; in reading position only while it is being sent.
    private ByteBuffer out = ByteBuffer.allocateDirect(SMALL);
    /// The beginning of a message that was not whole after the last read.
    private ByteBuffer rest = NOTHING;
    private @Nullable SelectionKey key;
    private @Nullable Talker watched;
    private boolean in;
    private boolean gone;
    private long received;
    private long said;

    Member(int number, Crowd crowd, Link link, Dialect dialect) {
        this.number = number;
        this.crowd = crowd;
        this.link = link;
        this.dialect = dialect;
        this.message = dialect.say();
    }

    /// Its place among the members, from 0.
    int number() {
        return number;
    }

    /// Whether the server has let it into the room.
    boolean isIn() {
        return in;
    }

    /// Whether the connection has ended.
    boolean isGone() {
        return gone;
    }

    /// How many texts it got.
    long received() {
        return received;
    }

    /// How many texts it said.
    long said() {
        return said;
    }

    /// How many texts it is to get when the whole crowd has said `all`.
    long entitled(long all) {
        return dialect.echoes() ? all : all - said;
    }

    /// Whose texts are complete when they come here.
    @Nullable
    Talker watched() {
        return watched;
    }

    /// Watches over the texts of `talker`.
    void watch(Talker talker) {
        watched = talker;
    }

    /// When the present read returned, by [System#nanoTime].
    long now() {
        return crowd.now();
    }

    /// The server has let it in.
    void joined() {
        if (!in) {
            in = true;
            crowd.joined();
        }
    }

    /// Forgets what it got so far: history, which is no part of the load.
    void forget() {
        received = 0;
    }

    /// A text came; it begins at `at`.
    void text(ByteBuffer data, int at) {
        received++;
        crowd.traffic().heard(this, data, at);
    }

    /// Waits for the server.
    void begin(Selector selector) throws IOException {
        key = link.register(selector, this);
        connected();
    }

    /// Says hello if the connection stands.
    void connected() throws IOException {
        if (link.stands()) {
            interest(SelectionKey.OP_READ);
            send(dialect.hello());
        }
    }

    /// Reads once.
    void read(ByteBuffer data, int most) throws IOException {
        data.clear().put(rest);
        data.limit(Math.min(data.capacity(), data.position() + most));
        if (link.read(data) < 0) {
            end();
        } else {
            crowd.tick();
            dialect.read(this, data.flip());
            keep(data);
            crowd.traffic().afterRead(this);
        }
    }

    private void keep(ByteBuffer data) {
        if (!data.hasRemaining()) {
            rest = rest.clear().limit(0);
            return;
        }
        if (rest.capacity() < data.remaining()) {
            rest = ByteBuffer.allocate(Math.max(SMALL, 2 * data.remaining()));
        }
        rest.clear().put(data).flip();
    }

    /// What else is due.
    void tick(long now) {
        if (in && !gone) {
            dialect.tick(this, now);
        }
    }

    /// Sends `bytes` after what waits.
    void send(byte[] bytes) {
        room(bytes.length);
        out.put(bytes);
        flush();
    }

    /// Says `count` texts that were to be said at `time`.
    void say(long time, int count) {
        room(count * message.size());
        for (int i = 0; i < count; i++) {
            message.put(out, time);
        }
        said += count;
        flush();
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(2 * out.capacity(), out.position() + bytes));
            out = larger.put(out.flip());
        }
    }

    /// Sends what waits, as far as the system takes it.
    void flush() {
        try {
            boolean sent = link.write(out.flip());
            out.compact();
            interest(sent ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException _) {
            end();
        }
    }

    private void interest(int operations) {
        SelectionKey present = key;
        if (present != null && present.isValid() && present.interestOps() != operations) {
            present.interestOps(operations);
        }
    }

    /// Says goodbye; the server is to close the connection.
    void leave() throws IOException {
        if (!gone) {
            send(dialect.goodbye());
            link.endOutput();
        }
    }

    /// Closes the connection.
    void end() {
        if (!gone) {
            gone = true;
            crowd.left();
            close();
        }
    }

    private void close() {
        try {
            link.close();
        } catch (IOException _) {
            // it is gone in any case
        }
    }
}
