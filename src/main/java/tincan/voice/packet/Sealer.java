package tincan.voice.packet;

/// Makes datagrams of one sender's packets, with the keys of one generation. One thread at a time.
public interface Sealer {
    /// The datagram of a packet.
    ///
    /// @throws IllegalStateException if the packet's number is not above that of the last one of its type: under one key
    /// no number may be used twice
    byte[] seal(VoicePacket packet);
}
