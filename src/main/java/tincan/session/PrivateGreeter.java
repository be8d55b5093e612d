package tincan.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import tincan.secure.Binding;
import tincan.secure.Code;
import tincan.secure.CodeProof;
import tincan.secure.Identity;
import tincan.secure.ProofFailed;
import tincan.secure.ReturnProof;
import tincan.secure.SecureChannel;
import tincan.secure.WordsProof;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// The door of a private session: TLS, then a proof, then hello. `docs/protocol.md` gives the exchange.
final class PrivateGreeter implements Greeter {
    /// How long all of it may take.
    static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(10);
    /// How long somebody who waits to be let in may take from one answered ping to the next.
    private static final int WAITING_MILLIS = 3000;

    private final Identity identity;
    private final Reception reception;
    private final PlainLines words;
    private final Guests guests;
    private final Dismissal dismissal;

    PrivateGreeter(Identity identity, Reception reception, PlainLines words, Guests guests, Dismissal dismissal) {
        this.identity = identity;
        this.reception = reception;
        this.words = words;
        this.guests = guests;
        this.dismissal = dismissal;
    }

    @Override
    public long patienceNanos() {
        return HANDSHAKE_NANOS;
    }

    @Override
    public void greet(Stranger stranger, Runnable passed) throws IOException {
        Line plain = new Line(Transport.plain(stranger.socket()), stranger.tap(), OpenGreeter.HELLO_BYTES);
        plain.readTimeout((int) TimeUnit.NANOSECONDS.toMillis(HANDSHAKE_NANOS));
        if (!plain.read()) {
            return;
        }
        if (!SecureChannel.beginsWith(plain.reader().data()[0])) {
            inPlainText(plain);
            return;
        }
        SecureChannel channel = shakeHands(stranger, plain.reader().drain());
        Line line = new Line(Transport.secure(channel, stranger.socket()), stranger.tap(), OpenGreeter.HELLO_BYTES);
        try {
            new Visit(line, channel, stranger, passed).go();
        } finally {
            line.close(EndReason.PEER_CLOSED);
        }
    }

    private void inPlainText(Line plain) {
        if (plain.reader().looksLikeText()) {
            dismissal.turnAway(plain, Refusal.PRIVATE, words.refused(Refusal.PRIVATE));
        } else {
            dismissal.refuse(plain, new Frame.Refused(Refusal.PRIVATE, ""));
        }
    }

    private SecureChannel shakeHands(Stranger stranger, byte[] received) throws IOException {
        long start = System.nanoTime();
        try {
            SecureChannel channel = SecureChannel.asHost(stranger.socket(), stranger.tap(), received, identity);
            stranger.tap().note("handshake: %s, %s, %d ms".formatted(channel.protocol(), channel.cipherSuite(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
            return channel;
        } catch (SSLException e) {
            dismissal.unheard(stranger, Refusal.BAD_DATA);
            throw e;
        }
    }

    /// One stranger's way in, on its own thread.
    private final class Visit {
        private final Line line;
        private final SecureChannel channel;
        private final Stranger stranger;
        private final Runnable passed;
        /// Whether it could know its safety words while the host's person knows nothing of it.
        private boolean unseen;

        Visit(Line line, SecureChannel channel, Stranger stranger, Runnable passed) {
            this.line = line;
            this.channel = channel;
            this.stranger = stranger;
            this.passed = passed;
        }

        void go() throws IOException {
            try {
                comeIn().ifPresent(why -> dismissal.refuse(line, why));
            } catch (BrokenFrame e) {
                dismissal.refuse(line, new Frame.Refused(Refusal.BAD_DATA, String.valueOf(e.getMessage())));
            } catch (ProofFailed e) {
                dismissal.refuse(line, reception.refusal(e, stranger.origin()));
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                throw unseen ? new WordsAbandoned(e) : e;
            }
        }

        private void allowWords() throws ProofFailed {
            reception.allowWords(stranger.origin());
            unseen = true;
        }

        private Optional<Frame.Refused> comeIn() throws IOException, BrokenFrame, ProofFailed {
            Optional<Frame> first = line.firstFrame(stranger.deadline());
            if (first.isEmpty()) {
                return Optional.empty();
            }
            if (!(first.get() instanceof Frame.Opening opening)) {
                throw new BrokenFrame("the first frame is no opening");
            }
            byte[] openingFrame = line.lastFrame();
            Reception.Way way = reception.way(opening, stranger.origin());
            if (way instanceof Reception.Way.Closed(Frame.Refused why)) {
                return Optional.of(why);
            }
            byte[] choiceFrame = FrameWriter.bytes(new Frame.Choice(Frame.VERSION, way.proof()));
            line.send(choiceFrame);
            return prove(way, Binding.of(channel, openingFrame, choiceFrame));
        }

        private Optional<Frame.Refused> prove(Reception.Way way, Binding binding)
                throws IOException, BrokenFrame, ProofFailed {
            LineMessages messages = new LineMessages(line, stranger.deadline());
            return switch (way) {
                case Reception.Way.Closed(Frame.Refused why) -> Optional.of(why);
                case Reception.Way.ByReturn(int member, String key) ->
                    hello(ReturnProof.asHost(key, binding, messages), member);
                case Reception.Way.ByCode(Code code) -> hello(CodeProof.asHost(code, binding, messages,
                        proof -> reception.judge(code, stranger.origin(), proof)), 0);
                case Reception.Way.ByWords() -> knock(WordsProof.asHost(binding, messages, this::allowWords));
            };
        }

        /// @param back the place that was proven; 0 for somebody new
        private Optional<Frame.Refused> hello(List<String> safetyWords, int back) throws IOException, BrokenFrame {
            Frame.Hello hello = hello();
            if (hello.back().map(Frame.Return::member).orElse(0) != back) {
                throw new BrokenFrame("a hello for another place than was proven");
            }
            return serve(hello, safetyWords, back != 0);
        }

        private Optional<Frame.Refused> knock(List<String> safetyWords) throws IOException, BrokenFrame {
            Frame.Hello hello = hello();
            if (hello.back().isPresent()) {
                throw new BrokenFrame("a hello for another place than was proven");
            }
            Optional<Frame.Refused> refused = reception.refusal(stranger.origin(), false);
            if (refused.isPresent()) {
                return refused;
            }
            Optional<Knock> knock = reception.knock(hello.name(), stranger, safetyWords);
            unseen = false;
            if (knock.isEmpty()) {
                return Optional.of(new Frame.Refused(Refusal.BUSY, ""));
            }
            try {
                if (awaitAnswer(knock.get()) == Knock.Answer.GO_AWAY) {
                    return Optional.of(new Frame.Refused(Refusal.NOT_ADMITTED, ""));
                }
            } finally {
                reception.over(knock.get());
            }
            return serve(hello, safetyWords, true);
        }

        /// Answers the guest's probes until somebody decides. So each side knows that the other is still there.
        private Knock.Answer awaitAnswer(Knock knock) throws IOException, BrokenFrame {
            line.readTimeout(WAITING_MILLIS);
            showsThatItIsThere();
            while (knock.answer(System.nanoTime()) == Knock.Answer.NONE) {
                Frame frame = line.firstFrame().orElseThrow(() -> new IOException("it went while it waited"));
                if (!(frame instanceof Frame.Ping ping)) {
                    throw new BrokenFrame("only a ping is sent while waiting");
                }
                line.send(new Frame.Pong(ping.stamp()));
                showsThatItIsThere();
            }
            return knock.answer(System.nanoTime());
        }

        /// Somebody who sends a ping byte by byte, or reads none of the answers, does not; the door cuts it.
        private void showsThatItIsThere() {
            stranger.waits(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAITING_MILLIS));
        }

        private Frame.Hello hello() throws IOException, BrokenFrame {
            Frame frame = line.firstFrame(stranger.deadline()).orElseThrow(() -> new IOException("no hello"));
            if (frame instanceof Frame.Hello hello) {
                return hello;
            }
            throw new BrokenFrame("no hello after the proof");
        }

        /// Asks again what was asked at the opening: a proof takes its time, and a person acts at once.
        ///
        /// @param although whether it comes in although the door is locked
        private Optional<Frame.Refused> serve(Frame.Hello hello, List<String> safetyWords, boolean although)
                throws IOException {
            Optional<Frame.Refused> refused = reception.refusal(stranger.origin(), although);
            if (refused.isPresent()) {
                return refused;
            }
            return guests.framed(line, hello,
                    new Security(reception.level(), channel.protocol(), channel.cipherSuite(), safetyWords), passed);
        }
    }
}
