package tincan.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tincan.secure.Code;
import tincan.secure.CodeKeeper;
import tincan.secure.CodeProof;
import tincan.secure.ProofFailed;
import tincan.wire.Frame;
import tincan.wire.ProofName;
import tincan.wire.Refusal;

/// Decides how somebody may come into a private session: by the code, by safety words and a knock, or back to its place
/// by its secret. Any thread.
final class Reception {
    /// How many may wait for a person at once.
    static final int KNOCKS = 16;
    /// How many of them may come from one place.
    static final int KNOCKS_FROM_ONE_PLACE = 2;

    private final Privacy privacy;
    private final Supplier<String> session;
    private final Moderation moderation;
    private final IntFunction<Optional<String>> keys;
    private final Consumer<SessionEvent> events;
    private final Runnable onCode;
    private final CodeKeeper keeper = new CodeKeeper();
    private final WordsLimit words = new WordsLimit();
    private final Map<Long, Knock> knocks = new ConcurrentSkipListMap<>();
    /// Whether the code changed by itself since it was told last.
    private final AtomicBoolean forced = new AtomicBoolean();
    private final AtomicLong lastKnock = new AtomicLong();

    /// @param session the room's id
    /// @param keys the secret of each member that may come back
    /// @param onCode called when the code changed; to be told of by [#codeChanged]
    Reception(Privacy privacy, Supplier<String> session, Moderation moderation, IntFunction<Optional<String>> keys,
            Consumer<SessionEvent> events, Runnable onCode) {
        this.privacy = privacy;
        this.session = session;
        this.moderation = moderation;
        this.keys = keys;
        this.events = events;
        this.onCode = onCode;
    }

    /// The way in for one stranger.
    sealed interface Way {
        /// Its name on the wire.
        String proof();

        record ByReturn(int member, String key) implements Way {
            @Override
            public String proof() {
                return ProofName.RETURN;
            }
        }

        record ByCode(Code code) implements Way {
            @Override
            public String proof() {
                return ProofName.CODE;
            }
        }

        record ByWords() implements Way {
            @Override
            public String proof() {
                return ProofName.WORDS;
            }
        }

        /// There is none.
        record Closed(Frame.Refused why) implements Way {
            @Override
            public String proof() {
                return "";
            }
        }
    }

    Way way(Frame.Opening opening, String origin) {
        if (opening.version() != Frame.VERSION) {
            return closed(Refusal.VERSION);
        }
        boolean back = opening.proofs().contains(ProofName.RETURN);
        Optional<Frame.Refused> refused = refusal(origin, back);
        if (refused.isPresent()) {
            return new Way.Closed(refused.get());
        }
        if (back) {
            return keyOf(opening).<Way>map(key -> new Way.ByReturn(opening.member(), key))
                    .orElseGet(() -> closed(Refusal.NO_PLACE));
        }
        return privacy == Privacy.CODE ? byCode(opening, origin) : byWords(opening);
    }

    /// Why somebody from there does not come in now, whatever it proves.
    ///
    /// @param although whether it comes in although the door is locked: it was in, or a person has just said so
    Optional<Frame.Refused> refusal(String origin, boolean although) {
        return moderation.refusal(origin, although);
    }

    private Optional<String> keyOf(Frame.Opening opening) {
        return opening.session().equals(session.get()) ? keys.apply(opening.member()) : Optional.empty();
    }

    private Way byCode(Frame.Opening opening, String origin) {
        if (!opening.proofs().contains(ProofName.CODE)) {
            return closed(Refusal.CODE_NEEDED);
        }
        int seconds = keeper.secondsToWait(origin, System.nanoTime());
        return seconds > 0 ? new Way.Closed(wait(seconds)) : new Way.ByCode(keeper.current());
    }

    private static Frame.Refused wait(int seconds) {
        return new Frame.Refused(Refusal.WAIT, "", seconds);
    }

    /// What somebody from there is told who did not prove what it should.
    Frame.Refused refusal(ProofFailed failure, String origin) {
        return switch (failure.why()) {
            case WRONG_SECRET -> new Frame.Refused(Refusal.WRONG_CODE, "");
            case TAMPERED -> new Frame.Refused(Refusal.BAD_PROOF, "");
            case TOO_MANY -> new Frame.Refused(Refusal.BUSY, "");
            case TOO_EARLY -> wait(Math.max(1, keeper.secondsToWait(origin, System.nanoTime())));
        };
    }

    private static Way byWords(Frame.Opening opening) {
        return opening.proofs().contains(ProofName.WORDS) ? new Way.ByWords() : closed(Refusal.NO_CODE);
    }

    private static Way closed(String code) {
        return new Way.Closed(new Frame.Refused(code, ""));
    }

    /// Looks at a try of the code.
    void judge(Code tried, String origin, CodeProof.Proof proof) throws ProofFailed {
        switch (keeper.judge(tried, origin, System.nanoTime(), proof)) {
            case RIGHT -> {
                // come in
            }
            case WRONG, STALE -> throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
            case WRONG_AND_CHANGED -> {
                forced.set(true);
                onCode.run();
                throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
            }
            case TOO_EARLY -> throw new ProofFailed(ProofFailed.Why.TOO_EARLY);
        }
    }

    /// Looks whether safety words may be made for somebody from there now.
    void allowWords(String origin) throws ProofFailed {
        if (!words.take(origin, System.nanoTime())) {
            throw new ProofFailed(ProofFailed.Why.TOO_MANY);
        }
    }

    Privacy privacy() {
        return privacy;
    }

    /// What is known of everybody who came in here.
    Security.Level level() {
        return privacy == Privacy.CODE ? Security.Level.PROVEN : Security.Level.COMPARED;
    }

    /// The code as it is said; empty where there is none.
    Optional<String> code() {
        return privacy == Privacy.CODE ? Optional.of(keeper.current().spoken()) : Optional.empty();
    }

    void changeCode() {
        if (privacy == Privacy.CODE) {
            keeper.change();
            onCode.run();
        }
    }

    /// The code as it is to be told now; empty where there is none. Of several changes since the last call it counts
    /// for all: it is forced if any of them was.
    Optional<SessionEvent> codeChanged() {
        return code().map(spoken -> new SessionEvent.CodeChanged(spoken, forced.getAndSet(false)));
    }

    /// Somebody asks to be let in.
    ///
    /// @return empty if too many wait already
    Optional<Knock> knock(String name, Stranger stranger, List<String> words) {
        Optional<Knock> knock = take(stranger.origin());
        knock.ifPresent(taken -> events.accept(new SessionEvent.Knocked(taken.number(),
                tincan.room.Words.name(name, ""), stranger.address(), words)));
        return knock;
    }

    private synchronized Optional<Knock> take(String origin) {
        long fromThere = knocks.values().stream().filter(knock -> knock.origin().equals(origin)).count();
        if (knocks.size() >= KNOCKS || fromThere >= KNOCKS_FROM_ONE_PLACE) {
            return Optional.empty();
        }
        Knock knock = new Knock(lastKnock.incrementAndGet(), origin, System.nanoTime());
        knocks.put(knock.number(), knock);
        return Optional.of(knock);
    }

    /// It waits no longer.
    void over(Knock knock) {
        knocks.remove(knock.number());
        events.accept(new SessionEvent.KnockOver(knock.number()));
    }

    /// A person has decided.
    ///
    /// @return false if nobody waits there as that number
    boolean answer(long number, Knock.Answer answer) {
        Knock knock = knocks.get(number);
        if (knock == null) {
            return false;
        }
        knock.answer(answer);
        return true;
    }
}
