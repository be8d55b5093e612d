package tincan.session;

import java.net.InetSocketAddress;
import tincan.trace.Tap;

/// An end without a socket for datagrams.
record NoVoiceSocket(Tap tap) implements VoiceSocket {
    @Override
    public void start() {
        // nothing comes
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void met(InetSocketAddress peer) {
        // nobody is met here
    }

    @Override
    public void note(String text) {
        tap.note(text);
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress to) {
        // lost
    }

    @Override
    public void close() {
        // nothing is open
    }
}
