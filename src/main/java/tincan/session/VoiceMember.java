package tincan.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// A guest that takes part in the voice, as its host knows it: the connection it is in by, and the ways on which
/// packets reach it.
final class VoiceMember {
    /// Twice what a voice needs.
    private static final int PACKETS_A_SECOND = 250;

    private final FramedMember guest;
    /// Owner: the lock on this object.
    private final Allowance allowance = new Allowance(PACKETS_A_SECOND, System.nanoTime());
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable PacketLine line;

    VoiceMember(FramedMember guest) {
        this.guest = guest;
    }

    FramedMember guest() {
        return guest;
    }

    int number() {
        return guest.seat.member();
    }

    /// Whether one more packet is taken from it.
    synchronized boolean allows(long now) {
        return allowance.takes(now);
    }

    /// Whether a datagram from here may be its: it is the place it has shown, or its computer.
    boolean mayComeFrom(InetSocketAddress from, boolean proven) {
        InetAddress computer = guest.line.peer();
        return isAt(from) || proven || computer.equals(from.getAddress());
    }

    /// Whether its voice comes from here.
    boolean isAt(InetSocketAddress from) {
        return from.equals(address);
    }

    /// It has shown that datagrams reach it here.
    ///
    /// @return whether it was elsewhere before
    boolean reachedAt(InetSocketAddress where) {
        boolean news = !where.equals(address);
        address = where;
        return news;
    }

    /// It has made a connection for its packets.
    ///
    /// @return the one that it had before
    @Nullable
    synchronized PacketLine carriedBy(PacketLine made) {
        PacketLine before = line;
        line = made;
        return before;
    }

    /// That connection is over.
    synchronized void over(PacketLine made) {
        if (made.equals(line)) {
            line = null;
        }
    }

    /// Sends it a packet, by the connection if it has one; while there is no way to it, none.
    void send(byte[] packet, VoiceSocket socket) {
        PacketLine connection = line;
        InetSocketAddress where = address;
        if (connection != null) {
            connection.send(packet);
        } else if (where != null) {
            socket.send(packet, where);
        }
    }

    /// It takes part no longer.
    synchronized void close() {
        PacketLine connection = line;
        if (connection != null) {
            connection.close();
        }
    }
}
