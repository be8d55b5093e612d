package tincan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.room.floor.Denial;
import tincan.room.floor.Revocation;
import tincan.session.EndReason;
import tincan.session.FloorView;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Privacy;
import tincan.session.Security;
import tincan.session.Sending;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Stand;
import tincan.session.TurnAwayReason;
import tincan.session.Voice;
import tincan.session.VoicePath;
import tincan.text.Printable;
import tincan.voice.audio.Trouble;

/// Lines for people: `Ada: hello` for what somebody else said, `* Bob joined` for what happened. Whatever came over the
/// network is made [Printable] first.
final class PlainDialect implements Dialect {
    private static final String HAPPENED = "* ";
    private static final long MILLIS = 1000;

    private final Terminal terminal;
    private final Consumer<String> out;
    private final Optional<Privacy> hosted;
    private final TypedLines typed;

    /// Owner: the thread that calls [#told].
    private boolean interrupted;
    /// Whether the addresses were printed before. Owner: the same.
    private boolean listened;
    /// Owner: the same.
    private VoiceState voiceTold = VoiceState.NONE;
    /// Whether it was told that nobody has the floor, and nothing else of the floor since. Owner: the same.
    private boolean idleTold;
    /// Owner: the same.
    private final WayWatch way = new WayWatch();
    private final LongSupplier nanoTime;

    /// @param hosted how guests come in, for a session that is hosted here
    /// @param out takes a line or several
    PlainDialect(Terminal terminal, Optional<Privacy> hosted, Consumer<String> out) {
        this(terminal, hosted, out, System::nanoTime);
    }

    /// @param nanoTime as [System#nanoTime]
    PlainDialect(Terminal terminal, Optional<Privacy> hosted, Consumer<String> out, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.hosted = hosted;
        this.typed = new TypedLines(terminal.text(), terminal.person(), hosted.isPresent());
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Request read(String line) {
        return typed.read(line);
    }

    @Override
    public void rejected(Sending.Why why) {
        terminal.complain(terminal.text().of("rejected", why));
    }

    @Override
    public void noTurns() {
        terminal.complain(terminal.text().of("cli.floor.denied", Denial.CHAT));
    }

    @Override
    public void noVoice() {
        terminal.complain(terminal.text().of("cli.command.no-voice"));
    }

    @Override
    public void refused(String reason) {
        terminal.complain(reason);
    }

    @Override
    public void unknown(Request.Order order) {
        String word = TypedLines.word(order.order());
        terminal.complain(order.argument().isEmpty()
                ? terminal.text().of("cli.order-no-code", word)
                : terminal.text().of("cli.order-unknown", word, Printable.line(order.argument())));
    }

    /// The sentence on standard error is all a person needs.
    @Override
    public void failed(SessionFailure failure) {}

    @Override
    public void told(SessionEvent event) {
        switch (event) {
            case SessionEvent.Listening listening -> listening(listening);
            case SessionEvent.StateChanged(LinkState state, EndReason reason) -> state(state, reason);
            case SessionEvent.Welcomed(var self, var title) ->
                happened("cli.welcomed", Printable.line(title), Printable.line(self.name()));
            case SessionEvent.Arrived(Entry entry, boolean mine, _) -> {
                if (!mine || entry.body() instanceof Entry.ModeSet) {
                    entry(Printable.line(entry.from()), entry.body());
                }
            }
            case SessionEvent.Missed(long fromSeq, long toSeq) -> happened("cli.missed", toSeq - fromSeq + 1);
            case SessionEvent.TurnedAway(var address, var reason) ->
                happened("cli.turned-away", address, why(reason));
            case SessionEvent.CodeChanged(String code, boolean forced) ->
                happened(forced ? "cli.code.forced" : "cli.code", code);
            case SessionEvent.Knocked knock -> happened("cli.knock", Long.toString(knock.number()),
                    Printable.line(knock.name()), knock.address(), String.join(" ", knock.words()));
            case SessionEvent.KnockOver(long number) -> happened("cli.knock-over", Long.toString(number));
            case SessionEvent.Waiting(List<String> words) -> happened("cli.waiting", String.join(" ", words));
            case SessionEvent.NotKept(String reason) -> happened("cli.not-kept", reason);
            case SessionEvent.Undelivered(int texts) -> happened("cli.undelivered-before", texts);
            case SessionEvent.DoorChanged door -> happened(door.locked() ? "cli.door.locked" : "cli.door.unlocked",
                    door.barred().size(), String.join(", ", door.barred()));
            case SessionEvent.FloorChanged(FloorView floor) -> floor(floor);
            case SessionEvent.FloorDenied(String reason) ->
                Denial.of(reason).ifPresent(why -> happenedFor("cli.floor.denied", why));
            case SessionEvent.FloorRevoked(String reason) ->
                Revocation.of(reason).ifPresent(why -> happenedFor("cli.floor.revoked", why));
            case SessionEvent.FloorWarning(Duration left) -> happened("cli.floor.warning", left.toSeconds());
            case SessionEvent.VoiceChanged _ -> {
            }
            case SessionEvent.EndAsked _,SessionEvent.EndShown _,SessionEvent.FarChanged _,SessionEvent.Retrying _,SessionEvent.Progress _,SessionEvent.MembersChanged _,SessionEvent.TypingChanged _,SessionEvent.RoundTrip _ ->
                {
                }
        }
    }

    @Override
    public void secured(Security security) {
        out.accept(HAPPENED + terminal.text().of("cli.security", security.level(), String.join(" ", security.words())));
    }

    @Override
    public void voice(Voice voice) {
        VoiceState now = VoiceState.of(voice);
        if (now.path() != voiceTold.path() && now.path() != VoicePath.TRYING) {
            out.accept(HAPPENED + terminal.text().of("cli.voice", now.path()));
        }
        if (way.isLost(now.path(), nanoTime.getAsLong())) {
            happenedFor("cli.voice", VoicePath.TRYING);
        }
        if (!now.microphone().equals(voiceTold.microphone())) {
            trouble("cli.microphone", now.microphone(), "cli.microphone-works");
        }
        if (!now.loudspeaker().equals(voiceTold.loudspeaker())) {
            trouble("cli.loudspeaker", now.loudspeaker(), "cli.loudspeaker-works");
        }
        if (now.quieted() && !voiceTold.quieted()) {
            happened("cli.voice.quieted");
        }
        voiceTold = now;
    }

    private void trouble(String key, Optional<Trouble> trouble, String otherwise) {
        out.accept(HAPPENED + trouble.map(which -> terminal.text().of(key, which))
                .orElseGet(() -> terminal.text().of(otherwise)));
    }

    private String why(String reason) {
        return TurnAwayReason.of(reason).map(known -> terminal.text().of("conversation.refusal", known))
                .orElseGet(() -> Printable.line(reason));
    }

    private void listening(SessionEvent.Listening listening) {
        String port = Integer.toString(listening.port());
        String first = hosted.equals(Optional.of(Privacy.OPEN)) ? "cli.listening.open" : "cli.listening.private";
        happened(listened ? "cli.listening.moved" : first, port);
        listened = true;
        for (LocalAddress address : listening.addresses()) {
            String host = address.address();
            String shown = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
            out.accept(HAPPENED + "  " + shown + "  ("
                    + terminal.text().of("cli.interface", address.kind(), address.networkInterface()) + ")");
        }
    }

    private void state(LinkState state, EndReason reason) {
        switch (state) {
            case CONNECTING -> {
            }
            case CONNECTED -> {
                if (interrupted) {
                    happened("cli.connected-again");
                }
                interrupted = false;
            }
            case RECONNECTING -> {
                interrupted = true;
                happened("cli.reconnecting", terminal.text().of("end", reason));
            }
            case CLOSED -> {
                if (reason == EndReason.HOST_ENDED) {
                    out.accept(HAPPENED + terminal.text().of("end", reason));
                }
            }
        }
    }

    private void entry(String from, Entry.Body body) {
        switch (body) {
            case Entry.Said(_, String text) -> out.accept(from + ": " + Printable.lines(text));
            case Entry.Joined() -> happened("plain.joined", from);
            case Entry.Lost() -> happened("plain.lost", from);
            case Entry.Returned() -> happened("plain.returned", from);
            case Entry.Left(LeaveReason reason) -> out.accept(HAPPENED + terminal.text().of("cli.left", reason, from));
            case Entry.ModeSet(Mode mode) -> happenedFor("cli.mode", mode);
            case Entry.Spoke(_, long millis) -> happened("cli.spoke", from, Math.ceilDiv(millis, MILLIS));
            case Entry.Unknown _ -> {
            }
        }
    }

    /// Only what a person can do about it: that it was asked for needs no line, nor does what is told in full at once.
    private void floor(FloorView floor) {
        boolean free = floor.stand() == Stand.IDLE && floor.holder() == 0;
        switch (floor.stand()) {
            case OFF, REQUESTED -> {
            }
            case IDLE -> {
                if (free && !idleTold) {
                    happened("cli.floor.idle");
                }
            }
            case GRANTED -> happened("cli.floor.granted");
            case TAKEN -> spokenBy(floor, "cli.floor.taken");
            case QUEUED -> spokenBy(floor, "cli.floor.queued");
        }
        // it may be free after a turn that was too short to be told, or that was asked for in vain
        idleTold = free || (idleTold && floor.stand() == Stand.REQUESTED);
    }

    private void spokenBy(FloorView floor, String key) {
        if (!floor.name().isEmpty()) {
            happened(key, Printable.line(floor.name()), floor.position());
        }
    }

    private void happenedFor(String key, Enum<?> what) {
        out.accept(HAPPENED + terminal.text().of(key, what));
    }

    private void happened(String key, Object... parameters) {
        out.accept(HAPPENED + terminal.text().of(key, parameters));
    }
}
