package tincan.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;
import tincan.secure.Anybody;

/// A guest's side of TLS 1.3 without a thread for each connection, which the program itself has and a load
/// cannot afford.
final class Tls {
    /// More than a host sends at once in a handshake, in bytes.
    private static final int FLIGHT = 32 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Tls() {}

    /// One for a connection.
    static SSLEngine engine() {
        SSLEngine engine = Anybody.context().createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv1.3"});
        parameters.setApplicationProtocols(new String[]{"tincan/1"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    /// Shakes hands.
    ///
    /// @param channel blocking
    static SecureLink shakeHands(SocketChannel channel, SSLEngine engine) throws IOException {
        Records records = Records.of(FLIGHT);
        ByteBuffer in = records.in().limit(0);
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> {
                    engine.wrap(NOTHING, records.out().clear());
                    channel.write(records.out().flip());
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (engine.unwrap(in, NOTHING).bytesConsumed() == 0
                            && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
                        read(channel, in);
                    }
                }
                case NOT_HANDSHAKING, FINISHED -> {
                    return new SecureLink(channel, engine, records,
                            ByteBuffer.allocate(in.remaining()).put(in).flip());
                }
            }
        }
    }

    private static void read(SocketChannel channel, ByteBuffer in) throws IOException {
        in.compact();
        int count = channel.read(in);
        in.flip();
        if (count < 0) {
            throw new IOException("the relay closed in the handshake");
        }
    }
}
