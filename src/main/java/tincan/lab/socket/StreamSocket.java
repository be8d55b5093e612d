package tincan.lab.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.LockSupport;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// One end of a stream: bytes come and go in order, and nothing says where one message ends and the next begins. One
/// thread at a time receives and one sends; any thread may close it.
public final class StreamSocket implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Sockets sockets;
    private final Tap tap;
    private final SocketChannel channel;
    private final boolean unix;
    private final InputStream in;
    private final OutputStream out;
    private final AtomicBoolean closed = new AtomicBoolean();
    /// Held by a write while it is under way.
    private final ReentrantLock writing = new ReentrantLock();
    /// Zero for none.
    private volatile Duration timeout = Duration.ZERO;
    /// 0 for what the program asks for.
    private volatile int buffer;

    private StreamSocket(Sockets sockets, Tap tap, SocketChannel channel) throws IOException {
        this.sockets = sockets;
        this.tap = tap;
        this.channel = channel;
        this.unix = channel.getLocalAddress() instanceof UnixDomainSocketAddress;
        this.in = unix ? new UnixInput(sockets, channel) : channel.socket().getInputStream();
        this.out = unix ? Channels.newOutputStream(channel) : channel.socket().getOutputStream();
        sockets.opened(this);
    }

    static StreamSocket connected(Sockets sockets, Tap tap, SocketChannel channel, Ends.Side side, Duration timeout)
            throws IOException {
        if (channel.getLocalAddress() instanceof InetSocketAddress local
                && channel.getRemoteAddress() instanceof InetSocketAddress remote) {
            tap.connected(local, remote, side);
        }
        StreamSocket socket = new StreamSocket(sockets, tap, channel);
        socket.timeout(timeout);
        return socket;
    }

    /// Its name in the log.
    public String name() {
        return tap.connection();
    }

    /// The other end's address; of a Unix domain socket the file, which a client's end has none of.
    public String peer() {
        try {
            return Addresses.shown(channel.getRemoteAddress());
        } catch (IOException e) {
            return "";
        }
    }

    /// Waits until something comes, and takes what is there: any number of bytes from 1 to `size`, however they were
    /// sent.
    ///
    /// @return nothing if no more will come: the other end has shut down or closed
    public byte[] recv(int size) throws SocketTrouble {
        return recv(size, Duration.ZERO);
    }

    /// The same inside an exchange, where the other end has begun to say something: it waits at most `longest`, even if
    /// the socket's own time-out is longer.
    ///
    /// @param longest zero for the socket's own
    public byte[] recv(int size, Duration longest) throws SocketTrouble {
        sockets.pass(SocketCall.READ, tap, this::isOpen);
        byte[] into = new byte[buffer == 0 ? size : Math.min(size, buffer)];
        try {
            limit(shorter(timeout, longest));
            int count = tap.read(in, into, 0, into.length);
            return Arrays.copyOf(into, Math.max(0, count));
        } catch (IOException e) {
            throw failed(SocketCall.READ, e);
        }
    }

    /// Of two time-outs, of which zero is none.
    private static Duration shorter(Duration one, Duration other) {
        boolean isOne = other.isZero() || (one.isPositive() && one.compareTo(other) <= 0);
        return isOne ? one : other;
    }

    /// How long the next read may take.
    private void limit(Duration longest) throws IOException {
        if (in instanceof UnixInput own) {
            own.limit(longest);
        } else {
            channel.socket().setSoTimeout(longest.isZero() ? 0 : (int) Math.max(1, longest.toMillis()));
        }
    }

    /// From now on a `recv` takes at most so many bytes, whatever the program asks for; 0 for what it asks for.
    public void buffer(int bytes) {
        buffer = bytes;
    }

    /// How many bytes have come and not been received yet.
    public int available() throws SocketTrouble {
        try {
            return in.available();
        } catch (IOException e) {
            throw failed(SocketCall.READ, e);
        }
    }

    /// Waits until so many bytes have come that can be received at once, or for so long; while calls are held or
    /// slowed, for as long as a read may take. That the other end has gone shows only in a read.
    public void await(int bytes, Duration longest) throws SocketTrouble {
        long began = System.nanoTime();
        while (isOpen() && available() < bytes) {
            Duration most = sockets.pace().mode() == Pace.Mode.RUN || timeout.isZero() ? longest : timeout;
            if (System.nanoTime() - began >= most.toNanos()) {
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// Hands bytes to the system: all of them, or, where partial writes were asked for, the first few.
    ///
    /// @return how many it took
    public int send(byte[] data) throws SocketTrouble {
        sockets.pass(SocketCall.WRITE, tap, this::isOpen);
        sockets.conditions().hold(this::isOpen);
        int piece = sockets.conditions().faults().piece();
        int length = piece == 0 ? data.length : Math.min(piece, data.length);
        try {
            write(data, length);
            return length;
        } catch (IOException e) {
            throw failed(SocketCall.WRITE, e);
        }
    }

    /// A write knows no time-out of its own. One that takes longer than a read may is ended by breaking the connection
    /// off: who never reads would hold its thread for ever.
    private void write(byte[] data, int length) throws IOException {
        Duration longest = timeout;
        if (longest.isZero()) {
            handOver(data, length);
            return;
        }
        boolean _ = new TimeLimit(sockets, SocketCall.WRITE, longest, this::kill).make(() -> {
            handOver(data, length);
            return true;
        }, false);
    }

    private void handOver(byte[] data, int length) throws IOException {
        writing.lock();
        try {
            tap.write(out, data, 0, length);
        } finally {
            writing.unlock();
        }
    }

    /// Sends until the system has taken all of it.
    public void sendAll(byte[] data) throws SocketTrouble {
        for (int sent = 0; sent < data.length;) {
            sent += send(sent == 0 ? data : Arrays.copyOfRange(data, sent, data.length));
        }
    }

    /// Half-close: says that nothing more will be sent; what the other end says still comes.
    public void shutdown() throws SocketTrouble {
        try {
            tap.call(SocketCall.SHUTDOWN, "write", channel::shutdownOutput);
        } catch (IOException e) {
            throw failed(SocketCall.SHUTDOWN, e);
        }
    }

    /// The next `recv` fails if it waits longer than this; zero for never.
    public void timeout(Duration longest) {
        timeout = longest;
    }

    /// TCP_NODELAY: whether small writes leave at once. A Unix domain socket never waits.
    public void noDelay(boolean on) throws SocketTrouble {
        if (!unix) {
            try {
                Options.noDelay(tap, channel, on);
            } catch (IOException e) {
                throw failed(SocketCall.SET_OPTION, e);
            }
        }
    }

    /// SO_RCVBUF: about how many bytes the system keeps for this end until they are received.
    public void receiveBuffer(int bytes) throws SocketTrouble {
        try {
            Options.receiveBuffer(tap, channel, bytes);
        } catch (IOException e) {
            throw failed(SocketCall.SET_OPTION, e);
        }
    }

    /// Whether this side has not closed it.
    public boolean isOpen() {
        return !closed.get();
    }

    @Override
    public void close() {
        close(false);
    }

    /// Ends it as a computer does that crashed: what waits is thrown away, and the other end is told with a
    /// reset (RST).
    public void kill() {
        close(true);
    }

    /// Returns when a write under way has ended, so that who interrupts its thread then does not make a write fail that
    /// the other end has already read.
    private void close(boolean abruptly) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (abruptly && !unix) {
                tap.called(SocketCall.SET_OPTION, "SO_LINGER 0");
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            tap.call(SocketCall.CLOSE, "", channel::close);
        } catch (IOException e) {
            // the tap has told it; there is nothing left to close
            Options.discard(channel);
        }
        writing.lock();
        try {
            sockets.closed(this);
        } finally {
            writing.unlock();
        }
    }

    private SocketTrouble failed(SocketCall call, IOException e) {
        return closed.get() && !(e instanceof SocketTrouble)
                ? new SocketTrouble(SocketTrouble.Kind.CLOSED, call, SocketTrouble.said(e))
                : SocketTrouble.of(call, e);
    }
}
