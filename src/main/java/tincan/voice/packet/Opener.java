package tincan.voice.packet;

import java.util.Optional;

/// Takes one sender's packets out of datagrams, with the keys of one generation. Whatever is not such a packet, or was
/// here before, is dropped and counted. One thread at a time.
public interface Opener {
    /// The packet in a datagram, if it is the sender's and new.
    Optional<VoicePacket> open(byte[] datagram);
}
