package tincan.session;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import tincan.trace.EventLog;
import tincan.trace.Tap;

/// Voice as datagrams, as one end sends and receives it. Where there is no socket to be had, voice rides connections.
/// Any thread sends.
interface VoiceSocket extends AutoCloseable {

    /// Takes what comes, on the receiving thread; returns at once and never throws.
    @FunctionalInterface
    interface Receiver {
        /// A datagram came.
        ///
        /// @param nanos when it came, by [System#nanoTime]
        void received(byte[] datagram, InetSocketAddress from, long nanos);
    }

    /// The host's: at the same number as its TCP port if that is free for UDP, otherwise at any.
    ///
    /// @param bind the address to use; empty for all
    static VoiceSocket host(Optional<String> bind, int port, EventLog log, Receiver receiver) {
        Tap tap = new Tap(log, "voice", VoiceLabel::of);
        try {
            InetSocketAddress wanted = bind.isPresent()
                    ? new InetSocketAddress(InetAddress.getByName(bind.get()), port)
                    : new InetSocketAddress(port);
            try {
                return UdpVoiceSocket.bound(tap, wanted, receiver);
            } catch (BindException e) {
                return UdpVoiceSocket.bound(tap, new InetSocketAddress(wanted.getAddress(), 0), receiver);
            }
        } catch (IOException e) {
            return none(tap);
        }
    }

    /// A guest's: takes datagrams of its host alone.
    ///
    /// @param host with port 0, one that takes no datagrams
    static VoiceSocket guest(InetSocketAddress host, EventLog log, Receiver receiver) {
        Tap tap = new Tap(log, log.unused("voice"), VoiceLabel::of);
        if (host.getPort() == 0) {
            return none(tap);
        }
        try {
            return UdpVoiceSocket.connected(tap, host, receiver);
        } catch (IOException e) {
            return none(tap);
        }
    }

    /// The tap has reported why.
    private static VoiceSocket none(Tap tap) {
        tap.note("no datagrams here: voice goes by connections");
        return new NoVoiceSocket(tap);
    }

    /// Begins to receive.
    void start();

    /// Its UDP port; 0 if there is none.
    int port();

    /// A peer is known from now on.
    void met(InetSocketAddress peer);

    /// Something to say in the log.
    void note(String text);

    /// Sends a datagram; one that the system does not take is lost, as any may be.
    void send(byte[] datagram, InetSocketAddress to);

    @Override
    void close();
}
