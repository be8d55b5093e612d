package tincan.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// A guest's side of TLS 1.3 without a thread for each connection, which the program itself has and a load
/// cannot afford.
final class Tls {
    /// More than a host sends at once in a handshake, in bytes.
    private static final int FLIGHT = 32 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Tls() {}

    /// One for a connection.
    static SSLEngine engine() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[]{new Anybody()}, null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setProtocols(new String[]{"TLSv1.3"});
            parameters.setApplicationProtocols(new String[]{"tincan/1"});
            engine.setSSLParameters(parameters);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
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

    /// Whoever it is proves it by the code.
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
