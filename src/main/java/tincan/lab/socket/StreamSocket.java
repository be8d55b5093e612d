package tincan.lab.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    /// A Unix domain socket's reads know no time-out of their own.
    private volatile Duration timeout = Duration.ZERO;
    /// 0 for what the program asks for.
    private volatile int buffer;

    private StreamSocket(Sockets sockets, Tap tap, SocketChannel channel) throws IOException {
        this.sockets = sockets;
        this.tap = tap;
        this.channel = channel;
        this.unix = channel.getLocalAddress() instanceof UnixDomainSocketAddress;
        this.in = unix ? Channels.newInputStream(channel) : channel.socket().getInputStream();
        this.out = unix ? Channels.newOutputStream(channel) : channel.socket().getOutputStream();
        sockets.opened(this);
    }

    static StreamSocket connect(Sockets sockets, String name, SocketAddress to, StreamOptions options)
            throws SocketTrouble {
        Tap tap = sockets.tap(name);
        SocketChannel channel;
        try {
            channel = to instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
        } catch (IOException e) {
            throw SocketTrouble.of(SocketCall.SOCKET, e);
        }
        try {
            tap.called(SocketCall.SOCKET, "stream");
            if (options.receiveBuffer() > 0) {
                Options.receiveBuffer(tap, channel, options.receiveBuffer());
            }
            if (to instanceof InetSocketAddress inet) {
                Options.noDelay(tap, channel, options.noDelay());
                Socket socket = channel.socket();
                tap.call(SocketCall.CONNECT, Addresses.shown(to),
                        () -> socket.connect(resolved(inet), (int) options.connect().toMillis()));
            } else {
                tap.call(SocketCall.CONNECT, Addresses.shown(to), () -> channel.connect(to));
            }
            StreamSocket socket = connected(sockets, tap, channel, Ends.Side.CLIENT, options.timeout());
            socket.buffer(options.buffer());
            return socket;
        } catch (IOException e) {
            Options.discard(channel);
            throw SocketTrouble.of(SocketCall.CONNECT, e);
        }
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

    private static InetSocketAddress resolved(InetSocketAddress address) throws SocketTrouble {
        if (address.isUnresolved()) {
            throw new SocketTrouble(SocketTrouble.Kind.UNREACHABLE, SocketCall.CONNECT,
                    address.getHostString() + ": name not known");
        }
        return address;
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
        sockets.pass(SocketCall.READ, tap, this::isOpen);
        byte[] into = new byte[buffer == 0 ? size : Math.min(size, buffer)];
        try {
            int count = unix && timeout.isPositive() ? watched(into) : tap.read(in, into, 0, into.length);
            return Arrays.copyOf(into, Math.max(0, count));
        } catch (IOException e) {
            throw failed(SocketCall.READ, e);
        }
    }

    /// The same inside an exchange, where the other end has begun to say something: it waits at most `longest`, even if
    /// the socket's own time-out is longer.
    public byte[] recv(int size, Duration longest) throws SocketTrouble {
        Duration own = timeout;
        if (own.isPositive() && own.compareTo(longest) <= 0) {
            return recv(size);
        }
        timeout(longest);
        byte[] data = recv(size);
        timeout(own);
        return data;
    }

    /// From now on a `recv` takes at most so many bytes, whatever the program asks for; 0 for what it asks for.
    public void buffer(int bytes) {
        buffer = bytes;
    }

    /// A read that takes too long is ended by shutting the reading side down: a Unix domain socket is not read from
    /// again after a time-out.
    private int watched(byte[] buffer) throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        AtomicBoolean late = new AtomicBoolean();
        long millis = timeout.toMillis();
        Thread.ofVirtual().name(name() + " time-out").start(() -> {
            try {
                if (!read.await(millis, TimeUnit.MILLISECONDS)) {
                    late.set(true);
                    channel.shutdownInput();
                }
            } catch (InterruptedException | IOException e) {
                // it was closed meanwhile, which ends the read as well
            }
        });
        try {
            int count = tap.read(in, buffer, 0, buffer.length);
            if (count < 0 && late.get()) {
                throw new SocketTimeoutException("Read timed out");
            }
            return count;
        } finally {
            read.countDown();
        }
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
    /// slowed, that long does not count.
    public void await(int bytes, Duration longest) throws SocketTrouble {
        long left = longest.toNanos();
        while (left > 0 && isOpen() && available() < bytes) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (sockets.pace().mode() == Pace.Mode.RUN) {
                left -= LOOK_EVERY.toNanos();
            }
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
            tap.write(out, data, 0, length);
            return;
        }
        AtomicBoolean late = new AtomicBoolean();
        Future<?> watch = sockets.later(() -> {
            late.set(true);
            kill();
        }, longest);
        try {
            tap.write(out, data, 0, length);
        } catch (IOException e) {
            throw late.get()
                    ? new SocketTrouble(SocketTrouble.Kind.TIMED_OUT, SocketCall.WRITE, "Write timed out")
                    : e;
        } finally {
            watch.cancel(false);
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

    /// From now on a `recv` fails that waits longer than this; zero for never.
    public void timeout(Duration longest) throws SocketTrouble {
        try {
            timeout = longest;
            if (!unix) {
                channel.socket().setSoTimeout((int) longest.toMillis());
            }
        } catch (IOException e) {
            throw failed(SocketCall.SET_OPTION, e);
        }
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
        sockets.closed(this);
    }

    private SocketTrouble failed(SocketCall call, IOException e) {
        return closed.get() && !(e instanceof SocketTrouble)
                ? new SocketTrouble(SocketTrouble.Kind.CLOSED, call, SocketTrouble.said(e))
                : SocketTrouble.of(call, e);
    }
}
