package tincan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.HostControls;
import tincan.session.LinkState;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.Sending.Accepted;
import tincan.session.Sending.Rejected;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.voice.audio.Sound;

/// One session on the terminal: lines that come in are said, what happens goes out as lines. Three threads: `input`
/// reads and says, the session's own tells what happens, and the caller's waits for the end, because a read from a
/// terminal cannot be called off.
final class TerminalChat {
    /// How long to wait for the session's own word that it is over, after leaving it.
    private static final int SETTLED_SECONDS = 5;

    private final Session session;
    private final Terminal terminal;
    private final LineInput input;
    private final LineOutput output;
    private final Dialect dialect;
    /// Set before it runs.
    private Optional<Sound> sound = Optional.empty();
    private final AwaitedTurn turn;
    private final CompletableFuture<EndReason> over = new CompletableFuture<>();

    /// Written by the input thread: the number of the last text that was taken.
    private volatile long accepted;
    /// Written by the session's thread: the number of the last text that was delivered.
    private volatile long delivered;
    /// Owner: the lock on this object.
    private boolean left;
    /// Whether this side hosts and nobody else was there to the end. Written by whoever leaves, before the end.
    private volatile boolean alone;

    TerminalChat(Session session, Terminal terminal, boolean json) {
        Charset charset = json ? StandardCharsets.UTF_8 : terminal.charset();
        this.session = session;
        this.turn = new AwaitedTurn(session);
        this.terminal = terminal;
        this.input = new LineInput(terminal.in(), charset);
        this.output = new LineOutput(terminal.out(), charset, () -> over.complete(EndReason.NONE));
        this.dialect = json
                ? new JsonDialect(output::line)
                : new PlainDialect(terminal, session.controls().map(HostControls::privacy), output::line);
    }

    /// The same, with a voice if there is something to speak and hear with.
    TerminalChat withVoice(Optional<Sound> with) {
        sound = with;
        return this;
    }

    /// Opens the session and stays until it is over.
    Exit run() {
        return runOr(_ -> Optional.empty());
    }

    /// The same, but for one that cannot be opened.
    ///
    /// @param instead what is done then instead of saying why; empty if nothing
    Exit runOr(Function<SessionFailure, Optional<Supplier<Exit>>> instead) {
        output.start();
        try (Goodbye _ = Goodbye.with(this::end)) {
            session.start(this::told);
            sound.ifPresent(session::joinVoice);
            Thread.ofPlatform().daemon().name("input").start(this::listen);
            EndReason reason = over.join();
            end();
            return ended(reason);
        } catch (SessionFailure failure) {
            Optional<Supplier<Exit>> other = instead.apply(failure);
            if (other.isPresent()) {
                output.close();
                return other.get().get();
            }
            dialect.failed(failure);
            output.close();
            terminal.complain(terminal.text().of("failure", failure.kind(), failure.detail()));
            return Exit.of(failure.kind());
        }
    }

    /// Leaves politely and writes what is still to be written. Calling it again only waits for the same.
    private void end() {
        leave();
        output.close();
    }

    /// Leaves, or waits until another thread has.
    private synchronized void leave() {
        if (!left) {
            left = true;
            alone = session.hosting() && session.members().stream().filter(Person::present).count() <= 1;
            session.leave();
        }
    }

    private Exit ended(EndReason reason) {
        Exit exit = Exit.of(reason);
        if (exit != Exit.OK) {
            terminal.complain(terminal.text().of("end", reason));
        }
        long undelivered = accepted - delivered;
        if (undelivered <= 0 || alone || reason == EndReason.NONE) {
            return exit;
        }
        terminal.complain(terminal.text().of("cli.undelivered", undelivered));
        return exit == Exit.OK ? Exit.CONNECTION_LOST : exit;
    }

    private void told(SessionEvent event) {
        if (event instanceof SessionEvent.Progress(_, long deliveredThrough)) {
            delivered = deliveredThrough;
        }
        dialect.told(event);
        if (event instanceof SessionEvent.VoiceChanged || event instanceof SessionEvent.RoundTrip) { // as time goes by
            session.voice().ifPresent(dialect::voice);
        }
        turn.moved(event);
        if (event instanceof SessionEvent.EndAsked) {
            session.showEnd(false); // there is nobody to ask: the lines that come are what is to be said
        }
        if (event instanceof SessionEvent.Welcomed && !session.hosting()) {
            session.security(Person.HOST).ifPresent(dialect::secured);
        }
        if (event instanceof SessionEvent.StateChanged(var state, EndReason reason) && state == LinkState.CLOSED) {
            over.complete(reason);
        }
    }

    private void listen() {
        try {
            Optional<String> line = input.next();
            while (line.isPresent() && obeyed(line.get())) {
                line = input.next();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leave();
        over.completeOnTimeout(EndReason.LEFT, SETTLED_SECONDS, TimeUnit.SECONDS);
    }

    /// Does what a line asks for.
    ///
    /// @return whether the next line is wanted
    private boolean obeyed(String line) throws InterruptedException {
        return switch (dialect.read(line)) {
            case Request.Nothing() -> true;
            case Request.Say(String text) -> said(text);
            case Request.Refused(String reason) -> {
                dialect.refused(reason);
                yield true;
            }
            case Request.Order order -> {
                obey(order);
                yield true;
            }
            case Request.Talk(boolean wanted) -> {
                talk(wanted);
                yield true;
            }
            case Request.Floor(boolean wanted) -> {
                turn.asked(wanted);
                ask(wanted);
                yield true;
            }
            case Request.Mute(boolean wanted) -> {
                session.voice().ifPresentOrElse(voice -> voice.mute(wanted), dialect::noVoice);
                yield true;
            }
            case Request.Leave() -> false;
        };
    }

    /// A turn by voice, or by text where voice was not joined.
    private void talk(boolean wanted) {
        turn.asked(wanted);
        session.voice().ifPresentOrElse(voice -> voice.talk(wanted), () -> ask(wanted));
    }

    private void ask(boolean wanted) {
        if (wanted) {
            session.floor().request();
        } else if (session.floor().mode() == Mode.CHAT) {
            dialect.noTurns();
        } else {
            session.floor().release();
        }
    }

    private void obey(Request.Order order) {
        Optional<HostControls> controls = session.controls();
        if (controls.isEmpty()) {
            dialect.refused("not the host");
        } else if (order.order() == HostOrder.TAKE && session.floor().mode() == Mode.CHAT) {
            dialect.noTurns();
        } else if (!order.order().obey(session, controls.get(), order.argument())) {
            dialect.unknown(order);
        }
    }

    /// Says a text; where too much waits already, waits itself, so that nothing that was piped in is lost.
    private boolean said(String text) throws InterruptedException {
        Sending sending = session.say(text);
        while (sending instanceof Rejected(var why) && mayBeTakenLater(why)) {
            sending = session.say(text);
        }
        switch (sending) {
            case Accepted(long id) -> accepted = id;
            case Rejected(Sending.Why why) -> dialect.rejected(why);
        }
        return !(sending instanceof Rejected(var why) && why == Sending.Why.CLOSED);
    }

    /// Waits until a text that was not taken is worth another try.
    ///
    /// @return false if it is not
    private boolean mayBeTakenLater(Sending.Why why) throws InterruptedException {
        return switch (why) {
            case TOO_MUCH_WAITING -> session.awaitRoom();
            case NOT_YOUR_TURN -> turn.await();
            case EMPTY, TOO_LONG, CLOSED -> false;
        };
    }
}
