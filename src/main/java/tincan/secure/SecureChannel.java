package tincan.secure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLParameters;
import tincan.trace.Tap;
import tincan.trace.TraceEvent.Sealed.Content;

/// TLS 1.3 (RFC 8446) over a TCP connection. By itself it keeps out whoever only listens; who is at the other end must
/// be proven on it.
///
/// The plain socket stays the caller's: closing it ends the channel at once, while a close here could wait for a blocked
/// write. Blocking; one thread reads and one writes.
public final class SecureChannel {
    /// What both sides name in the handshake (ALPN, RFC 7301).
    private static final String PROTOCOL = "tincan/1";
    private static final String[] VERSIONS = {"TLSv1.3"};
    /// The first of them that both sides have is taken; it is the fastest for records of a few KiB.
    private static final String[] SUITES = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256"};
    private static final String EXPORTER_LABEL = "EXPORTER-tincan-v1";
    private static final int EXPORTER_BYTES = 32;
    /// The type of a record that begins a handshake.
    private static final int HANDSHAKE = 0x16;

    private final RecordInput in;
    private final RecordOutput out;
    private final String protocol;
    private final String cipherSuite;
    private final byte[] exporter;

    private SecureChannel(RecordInput in, RecordOutput out, ExtendedSSLSession session) throws IOException {
        this.in = in;
        this.out = out;
        this.protocol = session.getProtocol();
        this.cipherSuite = session.getCipherSuite();
        this.exporter = exporterOf(session);
    }

    /// Whether a connection whose first byte this is begins with a TLS handshake.
    public static boolean beginsWith(int firstByte) {
        return firstByte == HANDSHAKE;
    }

    /// Shakes hands as a host.
    ///
    /// @param tap hears of each call of the socket, and of each record
    /// @param received what was already read from the socket
    public static SecureChannel asHost(Socket plain, Tap tap, byte[] received, Identity identity) throws IOException {
        SSLEngine engine = identity.context().createSSLEngine();
        engine.setUseClientMode(false);
        return shaken(engine, new RecordInput(engine, plain.getInputStream(), tap, received),
                new RecordOutput(engine, plain.getOutputStream(), tap, identity.buffers()));
    }

    /// Shakes hands as a guest.
    ///
    /// @param tap hears of each call of the socket, and of each record
    public static SecureChannel asGuest(Socket plain, Tap tap) throws IOException {
        SSLEngine engine = Anybody.context().createSSLEngine();
        engine.setUseClientMode(true);
        return shaken(engine, new RecordInput(engine, plain.getInputStream(), tap, new byte[0]),
                new RecordOutput(engine, plain.getOutputStream(), tap, new RecordBuffers()));
    }

    private static SecureChannel shaken(SSLEngine engine, RecordInput in, RecordOutput out) throws IOException {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(SUITES);
        parameters.setApplicationProtocols(new String[]{PROTOCOL});
        engine.setSSLParameters(parameters);
        try {
            shakeHands(engine, in, out);
        } catch (SSLException e) {
            tellWhy(out);
            throw e;
        }
        if (!PROTOCOL.equals(engine.getApplicationProtocol())) {
            throw new SSLHandshakeException("the peer speaks TLS, but not " + PROTOCOL);
        }
        return new SecureChannel(in, out, (ExtendedSSLSession) engine.getSession());
    }

    private static void shakeHands(SSLEngine engine, RecordInput in, RecordOutput out) throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> in.runTasks();
                case NEED_WRAP -> out.sendOwn(Content.HANDSHAKE);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> in.takeHandshake();
                case NOT_HANDSHAKING, FINISHED -> {
                    return;
                }
            }
        }
    }

    /// Sends the alert that the engine has ready, as far as the peer still takes it.
    private static void tellWhy(RecordOutput out) {
        try {
            out.sendOwn(Content.CONTROL);
        } catch (IOException e) {
            // then it does not hear why
        }
    }

    private static byte[] exporterOf(ExtendedSSLSession session) throws IOException {
        try {
            return session.exportKeyingMaterialData(EXPORTER_LABEL, new byte[0], EXPORTER_BYTES);
        } catch (SSLKeyException e) {
            throw new SSLHandshakeException("no exporter", e);
        }
    }

    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    /// Says that nothing more will be written (close_notify). What the peer still sends can be read.
    public void endOutput() throws IOException {
        out.end();
    }

    /// Such as `TLSv1.3`.
    public String protocol() {
        return protocol;
    }

    /// Its IANA name.
    public String cipherSuite() {
        return cipherSuite;
    }

    /// A secret that only the two ends of this connection have.
    byte[] exporter() {
        return exporter.clone();
    }
}
