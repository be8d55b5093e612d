package tincan.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tincan.secure.Binding;
import tincan.secure.Code;
import tincan.secure.CodeProof;
import tincan.secure.ProofFailed;
import tincan.secure.ReturnProof;
import tincan.secure.SecureChannel;
import tincan.secure.WordsProof;
import tincan.session.SessionFailure.Kind;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.ProofName;

/// A guest's side of the way into a private session, on one connection: TLS, a proof, hello, and the host's answer.
final class Pairing {
    /// How often the host is asked whether its person has decided.
    private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /// The largest frame from a host that has proven nothing.
    private static final int PROOF_BYTES = 8192;
    private static final int SILENCE_MILLIS = 3000;
    /// How long a guest waits for the host's person; the host gives up earlier.
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Dialer.Dialed dialed;
    private final long deadline;
    private final Alarm alarm;
    private final Consumer<List<String>> waiting;

    /// @param deadline by when the host must have answered, by [System#nanoTime]
    /// @param alarm set to the deadline
    /// @param waiting hears the safety words while the host's person decides
    Pairing(Dialer.Dialed dialed, long deadline, Alarm alarm, Consumer<List<String>> waiting) {
        this.alarm = alarm;
        this.dialed = dialed;
        this.deadline = deadline;
        this.waiting = waiting;
    }

    /// What came of it.
    sealed interface Result {
        /// The host proved what it should.
        ///
        /// @param answer the host's to hello
        record Paired(Line line, Frame answer, Security security) implements Result {}

        /// The host said no before anything was proven.
        record TurnedAway(Frame.Refused why) implements Result {}
    }

    /// Goes the way. Before a proof the host may only choose one, or say no: all else is not believed.
    ///
    /// @throws javax.net.ssl.SSLException if the peer does not speak TLS
    /// @throws SessionFailure if the host could not prove what it should, or cut the connection in the middle of that
    Result pair(Entrance.Claim claim, GuestOptions options) throws IOException, BrokenFrame, SessionFailure {
        dialed.socket().setSoTimeout(millisLeft());
        SecureChannel channel = SecureChannel.asGuest(dialed.socket(), dialed.tap());
        Line line = new Line(Transport.secure(channel, dialed.socket()), dialed.tap(), PROOF_BYTES);
        line.tap().note("handshake: %s, %s".formatted(channel.protocol(), channel.cipherSuite()));
        byte[] openingFrame = FrameWriter.bytes(opening(claim.back(), options));
        line.send(openingFrame);
        Frame answer = next(line);
        if (answer instanceof Frame.Refused refused) {
            return new Result.TurnedAway(refused);
        }
        if (!(answer instanceof Frame.Choice choice)) {
            throw failure(Kind.TAMPERED, options);
        }
        Binding binding = Binding.of(channel, openingFrame, line.lastFrame());
        LineMessages messages = new LineMessages(line, deadline);
        try {
            return proven(line, channel, choice, new Proof(binding, messages, claim, options));
        } catch (ProofFailed e) {
            if (messages.refusal().isPresent()) {
                return new Result.TurnedAway(messages.refusal().get());
            }
            throw failure(e.why() == ProofFailed.Why.WRONG_SECRET ? Kind.WRONG_CODE : Kind.TAMPERED, options);
        } catch (IOException e) {
            throw failure(Kind.CUT_OFF, options); // another try would be another guess for whoever cut it
        }
    }

    private static SessionFailure failure(Kind kind, GuestOptions options) {
        return new SessionFailure(kind, options.address().shown());
    }

    private static Frame.Opening opening(Optional<Frame.Return> back, GuestOptions options) {
        return back.map(place -> new Frame.Opening(Frame.VERSION, List.of(ProofName.RETURN), place.session(),
                place.member()))
                .orElseGet(() -> new Frame.Opening(Frame.VERSION,
                        List.of(options.code().isPresent() ? ProofName.CODE : ProofName.WORDS), "", 0));
    }

    /// What a proof is made with.
    private record Proof(Binding binding, LineMessages messages, Entrance.Claim claim, GuestOptions options) {
        Optional<Frame.Return> back() {
            return claim.back();
        }
    }

    /// A guest that offered one proof takes no other: the host that asks for another is not the one it means.
    private Result.Paired proven(Line line, SecureChannel channel, Frame.Choice choice, Proof with)
            throws IOException, BrokenFrame, ProofFailed {
        Optional<Code> code = with.options().code();
        if (with.back().isPresent() && choice.proof().equals(ProofName.RETURN)) {
            List<String> words = ReturnProof.asGuest(with.back().get().key(), with.binding(), with.messages());
            return hello(line, with, security(channel, Security.Level.PROVEN, words));
        }
        if (with.back().isEmpty() && code.isPresent() && choice.proof().equals(ProofName.CODE)) {
            List<String> words = CodeProof.asGuest(code.get(), with.binding(), with.messages());
            return hello(line, with, security(channel, Security.Level.PROVEN, words));
        }
        if (with.back().isEmpty() && code.isEmpty() && choice.proof().equals(ProofName.WORDS)) {
            List<String> words = WordsProof.asGuest(with.binding(), with.messages());
            waiting.accept(words);
            line.send(new Frame.Hello(Frame.VERSION, with.options().name(), Optional.empty()));
            return new Result.Paired(line, awaitAdmission(line), security(channel, Security.Level.NOT_COMPARED, words));
        }
        throw new ProofFailed(ProofFailed.Why.TAMPERED);
    }

    private Result.Paired hello(Line line, Proof with, Security security) throws IOException, BrokenFrame {
        line.send(with.claim().hello(with.options().name()));
        line.reader().limit(FrameReader.MAX_LENGTH);
        return new Result.Paired(line, next(line), security);
    }

    /// Asks the host again and again until its person has decided. So each side knows that the other is still there.
    private Frame awaitAdmission(Line line) throws IOException, BrokenFrame {
        alarm.set(System.nanoTime() + PATIENCE_NANOS);
        line.readTimeout(SILENCE_MILLIS);
        line.reader().limit(FrameReader.MAX_LENGTH);
        Doorbell pause = new Doorbell();
        while (true) {
            line.send(new Frame.Ping(System.nanoTime()));
            Frame answer = line.firstFrame().orElseThrow(() -> new IOException("the host went"));
            if (!(answer instanceof Frame.Pong)) {
                return answer;
            }
            pause.await(ASK_NANOS);
        }
    }

    private Frame next(Line line) throws IOException, BrokenFrame {
        return line.firstFrame(deadline).orElseThrow(() -> new IOException("closed without an answer"));
    }

    private int millisLeft() {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    private static Security security(SecureChannel channel, Security.Level level, List<String> words) {
        return new Security(level, channel.protocol(), channel.cipherSuite(), words);
    }
}
