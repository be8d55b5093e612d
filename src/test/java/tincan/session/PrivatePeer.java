package tincan.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tincan.secure.Binding;
import tincan.secure.Code;
import tincan.secure.CodeProof;
import tincan.secure.Messages;
import tincan.secure.ProofFailed;
import tincan.secure.SecureChannel;
import tincan.secure.WordsProof;
import tincan.trace.Tap;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;

/// A guest of a private session that goes the way in step by step, and stops or lies where a test wants it to.
final class PrivatePeer implements AutoCloseable, Messages {
    final Socket socket = new Socket();
    private final FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
    private SecureChannel channel;
    private byte[] openingFrame = {};
    private Frame.Refused lastRefusal = new Frame.Refused("none", "");

    /// @param from the address to come from, such as `127.0.0.7`
    PrivatePeer(String from, int port) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
    }

    PrivatePeer shakeHands() throws IOException {
        channel = SecureChannel.asGuest(socket, Tap.off());
        return this;
    }

    PrivatePeer opening(String... proofs) throws IOException {
        return opening(new Frame.Opening(Frame.VERSION, List.of(proofs), "", 0));
    }

    PrivatePeer opening(Frame.Opening opening) throws IOException {
        openingFrame = FrameWriter.bytes(opening);
        send(openingFrame);
        return this;
    }

    /// Shakes hands, opens and proves the code.
    ///
    /// @return the host's answer to the proof, if it refuses; otherwise empty
    Optional<Frame.Refused> prove(Code code) throws IOException, BrokenFrame {
        shakeHands().opening("code");
        return proof(code);
    }

    /// Reads the choice and proves the code.
    Optional<Frame.Refused> proof(Code code) throws IOException, BrokenFrame {
        Optional<Frame.Refused> refused = choice();
        return refused.isPresent() ? refused : proofOfChosen(code);
    }

    /// Reads the choice.
    Optional<Frame.Refused> choice() throws IOException, BrokenFrame {
        return next() instanceof Frame.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /// Proves the code once the choice was read.
    Optional<Frame.Refused> proofOfChosen(Code code) throws IOException {
        try {
            CodeProof.asGuest(code, binding(), this);
            return Optional.empty();
        } catch (ProofFailed e) {
            return Optional.of(lastRefusal);
        }
    }

    /// Shakes hands and makes safety words.
    List<String> compare() throws IOException, BrokenFrame, ProofFailed {
        shakeHands().opening("words");
        if (next() instanceof Frame.Refused refused) {
            throw new IOException(refused.code());
        }
        return WordsProof.asGuest(binding(), this);
    }

    /// What the host said instead of a message of the proof.
    Frame.Refused lastRefusal() {
        return lastRefusal;
    }

    /// Shakes hands, makes safety words and says hello.
    ///
    /// @return the words
    List<String> knock(String name) throws IOException, BrokenFrame, ProofFailed {
        List<String> words = compare();
        send(new Frame.Hello(Frame.VERSION, name, Optional.empty()));
        return words;
    }

    /// Sends the bytes one by one and slowly, until the host has had enough.
    void trickle(byte[] bytes) {
        try {
            for (byte each : bytes) {
                send(new byte[]{each});
                LockSupport.parkNanos(100_000_000);
            }
        } catch (IOException e) {
            // it was cut, as it should be
        }
    }

    /// Sends the bytes again and again and reads nothing, until the host has had enough.
    void flood(byte[] bytes) {
        try {
            while (!socket.isClosed()) {
                send(bytes);
            }
        } catch (IOException e) {
            // it was cut, as it should be
        }
    }

    /// Asks whether the host's person has decided, until the connection ends.
    void keepAsking() {
        try {
            for (Frame answer = ask(); answer instanceof Frame.Pong; answer = ask()) {
                LockSupport.parkNanos(300_000_000);
            }
        } catch (IOException | BrokenFrame e) {
            // it was cut, as it should be
        }
    }

    private Frame ask() throws IOException, BrokenFrame {
        send(new Frame.Ping(1));
        return next();
    }

    Binding binding() {
        return Binding.of(channel, openingFrame, reader.frameBytes());
    }

    @Override
    public void send(Map<String, String> values) throws IOException {
        send(new Frame.Proof(values));
    }

    @Override
    public Map<String, String> receive() throws IOException, ProofFailed {
        try {
            Frame frame = next();
            if (frame instanceof Frame.Proof proof) {
                return proof.values();
            }
            if (frame instanceof Frame.Refused refused) {
                lastRefusal = refused;
            }
        } catch (BrokenFrame e) {
            throw new IOException(e);
        }
        throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
    }

    /// The host's next frame.
    Frame next() throws IOException, BrokenFrame {
        while (!reader.advance()) {
            reader.prepare();
            int count = channel.in().read(reader.data(), reader.offset(), reader.space());
            if (count < 0) {
                throw new IOException("the stream ended");
            }
            reader.received(count);
        }
        return reader.frame();
    }

    void send(Frame frame) throws IOException {
        send(FrameWriter.bytes(frame));
    }

    void send(byte[] bytes) throws IOException {
        channel.out().write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
