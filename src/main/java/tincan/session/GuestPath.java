package tincan.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tincan.session.Entrance.PlaceGone;
import tincan.trace.EventLog;
import tincan.voice.Seals;
import tincan.voice.Sender;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Header;
import tincan.voice.packet.Probe;
import tincan.voice.packet.VoicePacket;

/// The way of a guest's voice packets to its host and back: a socket for datagrams, and a connection where those do not
/// get through. One thread asks, again and again, which way works; [PathChooser] decides.
final class GuestPath {
    private final InetSocketAddress host;
    private final Sealing sealing;
    private final Listener listener;
    private final Supplier<Entrance> entrance;
    private final Supplier<Entrance.Claim> claim;
    private final VoiceSocket socket;
    private final DropNotes dropNotes;
    private final Doorbell bell = new Doorbell();
    /// Owner: the lock on this object, as the next four.
    private final PathChooser chooser;
    private @Nullable Entrance underWay;
    private @Nullable PacketLine line;
    /// What the host has last told to bring back, and when.
    private long number;
    private long numberSince;
    private volatile VoicePath path = VoicePath.TRYING;
    /// Whether a datagram of this socket was ever answered.
    private volatile boolean reached;
    private volatile boolean closed;

    /// What packets are sealed with, and who numbers them.
    ///
    /// @param asking for pings and pongs
    /// @param drops counts what neither takes
    record Sealing(Seals seals, Seals asking, Sender sender, Drops drops) {
        /// A ping, numbered and sealed in one order.
        Optional<byte[]> ping(Probe probe, long now) {
            synchronized (asking) {
                return asking.seal(sender.probe(VoicePacket.Type.PING, probe.toBytes()), now);
            }
        }
    }

    /// Who hears.
    interface Listener {
        /// A packet came. On the thread that received it; returns at once.
        void heard(VoicePacket packet, long nanos);

        /// Another way is taken. Must not block.
        void pathChanged();
    }

    /// How the host is reached.
    ///
    /// @param address its own, and its UDP port; 0 if it takes no datagrams
    /// @param entrance makes another connection
    /// @param claim by which that is this guest's
    record Way(InetSocketAddress address, Supplier<Entrance> entrance, Supplier<Entrance.Claim> claim) {}

    GuestPath(Way way, Sealing sealing, EventLog log, Listener listener) {
        this.host = way.address();
        this.entrance = way.entrance();
        this.claim = way.claim();
        this.sealing = sealing;
        this.listener = listener;
        this.socket = VoiceSocket.guest(host, log, (datagram, _, now) -> received(datagram, now, false));
        this.dropNotes = new DropNotes(sealing.drops(), socket::note, System.nanoTime());
        this.chooser = new PathChooser(System.nanoTime(), socket.port() != 0);
    }

    /// Begins to look for a way.
    void start() {
        socket.start();
        Thread.ofVirtual().name("guest voice keeper").start(this::keep);
    }

    InetSocketAddress host() {
        return host;
    }

    VoicePath path() {
        return path;
    }

    /// Whether the host takes voice from here: it was shown to be here, and there are keys.
    boolean takesVoice() {
        return (reached || path == VoicePath.CONNECTION) && sealing.seals().hasKeys();
    }

    /// Sends a packet the present way.
    void send(VoicePacket packet) {
        PacketLine connection = path == VoicePath.CONNECTION ? line() : null;
        sealing.seals().seal(packet, System.nanoTime()).ifPresent(bytes -> {
            if (connection != null) {
                connection.send(bytes);
            } else {
                for (int copy = 0; copy < packet.copies(); copy++) {
                    socket.send(bytes, host);
                }
            }
        });
    }

    private synchronized @Nullable PacketLine line() {
        return line;
    }

    private void received(byte[] bytes, long now, boolean byConnection) {
        take(bytes, now, byConnection);
        dropNotes.look(now);
    }

    private void take(byte[] bytes, long now, boolean byConnection) {
        if (Header.read(bytes).filter(header -> header.type() == VoicePacket.Type.PONG).isEmpty()) {
            sealing.seals().open(bytes, now).ifPresent(packet -> listener.heard(packet, now));
            return;
        }
        sealing.asking().open(bytes, now).flatMap(packet -> Probe.of(packet.body())).ifPresent(pong -> {
            if (!byConnection && isNews(pong, now)) {
                ping(now).ifPresent(ping -> socket.send(ping, host));
            } else if (byConnection || isFromHere(pong)) {
                answered(now, byConnection);
            }
        });
    }

    /// Whether there is another number to bring back.
    private synchronized boolean isNews(Probe pong, long now) {
        if (pong.number() == number) {
            return false;
        }
        number = pong.number();
        numberSince = now;
        return true;
    }

    /// Whether it answers a ping that brought the number back: now the host takes what comes from here.
    private synchronized boolean isFromHere(Probe pong) {
        return pong.stamp() - numberSince >= 0;
    }

    private synchronized long number() {
        return number;
    }

    private void answered(long now, boolean byConnection) {
        Set<PathChooser.Step> steps;
        synchronized (this) {
            reached |= !byConnection;
            if (byConnection) {
                chooser.connectionAnswered(now);
                steps = Set.of();
            } else {
                steps = chooser.datagramAnswered(now);
            }
        }
        moved();
        if (!steps.isEmpty()) {
            closeConnection();
        }
    }

    /// Tells of another way, if it is one.
    private void moved() {
        boolean news;
        synchronized (this) {
            news = !closed && path != chooser.path();
            path = closed ? VoicePath.NONE : chooser.path();
        }
        if (news) {
            socket.note("voice goes by " + path);
            listener.pathChanged();
        }
    }

    private void keep() {
        while (!closed) {
            long now = System.nanoTime();
            Set<PathChooser.Step> steps;
            long next;
            synchronized (this) {
                steps = chooser.tick(now);
                next = chooser.nextDeadline();
            }
            moved();
            steps.forEach(step -> take(step, now));
            bell.await(next - System.nanoTime());
        }
    }

    private void take(PathChooser.Step step, long now) {
        switch (step) {
            case PING_DATAGRAM -> ping(now).ifPresent(ping -> socket.send(ping, host));
            case PING_CONNECTION -> {
                PacketLine connection = line();
                if (connection != null) {
                    ping(now).ifPresent(connection::send);
                }
            }
            case OPEN -> open();
            case CLOSE -> closeConnection();
        }
    }

    private Optional<byte[]> ping(long now) {
        return sealing.ping(new Probe(now, number()), now);
    }

    private void open() {
        Entrance made = entrance.get();
        synchronized (this) {
            underWay = made;
        }
        if (closed) {
            made.abandon();
        }
        Thread.ofPlatform().name("guest voice").daemon().start(() -> connect(made));
    }

    @SuppressWarnings("ReferenceEquality") // whether it is this very attempt
    private synchronized boolean isUnderWay(Entrance attempt) {
        return attempt == underWay;
    }

    private void connect(Entrance made) {
        try {
            if (!closed) {
                serve(made, made.enter(claim.get()).line());
            }
        } catch (SessionFailure | PlaceGone e) {
            // it is tried again later
        }
        synchronized (this) {
            if (isUnderWay(made)) { // otherwise it was given up, and perhaps there is another already
                chooser.connectionOver(System.nanoTime());
            }
        }
        moved();
    }

    private void serve(Entrance attempt, Line connected) {
        PacketLine made = new PacketLine(connected, (_, bytes) -> received(bytes, System.nanoTime(), true));
        boolean wanted;
        synchronized (this) {
            wanted = !closed && isUnderWay(attempt);
            if (wanted) {
                line = made;
            }
        }
        if (!wanted) {
            made.close();
        }
        made.serve("guest voice writer");
        synchronized (this) {
            if (made.equals(line)) {
                line = null;
            }
        }
    }

    private void closeConnection() {
        PacketLine connection;
        Entrance entering;
        synchronized (this) {
            connection = line;
            entering = underWay;
            underWay = null;
            line = null;
        }
        if (entering != null) {
            entering.abandon();
        }
        if (connection != null) {
            connection.close();
        }
    }

    /// Ends it. Any thread.
    void close() {
        closed = true;
        path = VoicePath.NONE;
        socket.close();
        closeConnection();
        bell.ring();
    }
}
