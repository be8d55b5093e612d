package tincan.bench;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import tincan.secure.Binding;
import tincan.secure.Code;
import tincan.secure.CodeProof;
import tincan.secure.Messages;
import tincan.secure.ProofFailed;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.ProofName;

/// The way into a private session up to HELLO, as `docs/protocol.md` gives it: TLS 1.3, OPENING and CHOICE, and the
/// proof of the code. Blocking, one thread each.
final class SecureEntrance implements Messages {
    private static final int ONE_FRAME = 32 * 1024;

    private final SecureLink link;
    private final SSLEngine engine;
    private final ByteBuffer plain = ByteBuffer.allocate(ONE_FRAME).limit(0);
    private final FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);

    private SecureEntrance(SecureLink link, SSLEngine engine) {
        this.link = link;
        this.engine = engine;
    }

    /// Goes in.
    ///
    /// @param channel connected and blocking
    /// @return the link on which HELLO is to be said
    static SecureLink enter(SocketChannel channel, Code code) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SSLEngine engine = Tls.engine();
        SecureLink link = Tls.shakeHands(channel, engine);
        try {
            new SecureEntrance(link, engine).prove(code);
            return link;
        } catch (BrokenFrame | ProofFailed e) {
            throw new IOException(e);
        }
    }

    private void prove(Code code) throws IOException, BrokenFrame, ProofFailed {
        byte[] opening = FrameWriter.bytes(new Frame.Opening(Frame.VERSION, List.of(ProofName.CODE), "", 0));
        send(opening);
        if (!(next() instanceof Frame.Choice)) {
            throw new IOException("the relay does not want the code");
        }
        CodeProof.asGuest(code, binding(opening, reader.frameBytes()), this);
    }

    private Binding binding(byte[] opening, byte[] choice) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(opening);
            hash.update(choice);
            byte[] exporter = ((ExtendedSSLSession) engine.getSession())
                    .exportKeyingMaterialData("EXPORTER-tincan-v1", new byte[0], 32);
            return new Binding(exporter, hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private Frame next() throws IOException, BrokenFrame {
        while (!reader.advance()) {
            if (!plain.hasRemaining()) {
                fill();
            }
            reader.prepare();
            int part = Math.min(reader.space(), plain.remaining());
            plain.get(reader.data(), reader.offset(), part);
            reader.received(part);
        }
        return reader.frame();
    }

    private void fill() throws IOException {
        int count = link.read(plain.clear());
        plain.flip();
        if (count < 0) {
            throw new IOException("the relay closed");
        }
    }

    private void send(byte[] frame) throws IOException {
        link.write(ByteBuffer.wrap(frame));
    }

    @Override
    public void send(Map<String, String> values) throws IOException {
        send(FrameWriter.bytes(new Frame.Proof(values)));
    }

    @Override
    public Map<String, String> receive() throws IOException, ProofFailed {
        try {
            if (next() instanceof Frame.Proof proof) {
                return proof.values();
            }
            throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
        } catch (BrokenFrame e) {
            throw new IOException(e);
        }
    }
}
