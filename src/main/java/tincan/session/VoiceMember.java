package tincan.session;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.voice.Seals;
import tincan.voice.Sender;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Probe;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;
import tincan.wire.Frame;

/// A guest that takes part in the voice, as its host knows it: the connection it is in by, and the ways on which
/// packets reach it.
final class VoiceMember {
    /// Twice what a voice needs.
    private static final int PACKETS_A_SECOND = 250;

    private final FramedMember guest;
    private final Drops drops;
    /// Of its pings and their answers: nobody else has these keys, so nobody else asks in its name.
    private final Seals asking;
    /// Owner: the lock on this object, as the next three.
    private final Allowance allowance = new Allowance(PACKETS_A_SECOND, System.nanoTime());
    /// What it was told last; null before it was told anything.
    private Frame.@Nullable VoiceKeys told;
    /// Where its last ping came from, and the number that it has to bring back from there.
    private @Nullable InetSocketAddress asker;
    private long number;
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable PacketLine line;

    VoiceMember(FramedMember guest, Drops drops) {
        this.guest = guest;
        this.drops = drops;
        this.asking = new Seals(drops);
    }

    FramedMember guest() {
        return guest;
    }

    int number() {
        return guest.seat.member();
    }

    /// Whether one more packet is taken from it; otherwise it is counted.
    synchronized boolean allows(long now) {
        boolean taken = allowance.takes(now);
        if (!taken) {
            drops.count(Drops.Reason.TOO_MANY);
        }
        return taken;
    }

    /// Hands it new keys, with some for its pings alone.
    ///
    /// @param secret in hexadecimal digits
    synchronized void renew(int generation, String secret, int port, SecureRandom random) {
        byte[] own = new byte[VoiceKeys.SECRET];
        random.nextBytes(own);
        asking.use(VoiceKeys.of(own, generation), System.nanoTime());
        told = new Frame.VoiceKeys(generation, secret, HexFormat.of().formatHex(own), port);
        guest.voiceKeys(told);
    }

    /// Hands it once more the keys that it has, if it has any yet.
    synchronized void remind() {
        if (told != null) {
            guest.voiceKeys(told);
        }
    }

    /// What it asks with this ping, if it is its own.
    synchronized Optional<Probe> asks(byte[] ping, long now) {
        return asking.open(ping, now).flatMap(packet -> Probe.of(packet.body())).filter(_ -> allows(now));
    }

    /// The answer, numbered and sealed in one order.
    synchronized Optional<byte[]> answer(Probe answer, Sender host, long now) {
        return asking.seal(host.probe(VoicePacket.Type.PONG, answer.toBytes()), now);
    }

    /// The number to bring back from there: another for each place that it asks from.
    synchronized long numberFor(InetSocketAddress from, SecureRandom random) {
        if (!from.equals(asker)) {
            asker = from;
            number = random.nextLong();
        }
        return number;
    }

    /// Whether with this number it shows that it is reached there.
    synchronized boolean shows(InetSocketAddress from, long brought) {
        return from.equals(asker) && brought == number;
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
    ///
    /// @param copies how often, if by datagram
    void send(byte[] packet, int copies, VoiceSocket socket) {
        PacketLine connection = line;
        InetSocketAddress where = address;
        if (connection != null) {
            connection.send(packet);
        } else if (where != null) {
            for (int copy = 0; copy < copies; copy++) {
                socket.send(packet, where);
            }
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
