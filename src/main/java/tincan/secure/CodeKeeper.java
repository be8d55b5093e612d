package tincan.secure;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Keeps a host's code, and counts who was wrong about it: after each wrong try from one place the next must wait twice
/// as long, and after ten in all the code is another, and everybody waits. Any thread; time comes in.
///
/// Places cost an attacker nothing (a computer has as many link-local addresses as it likes), so what bounds him in the
/// end is that wait of everybody, which doubles each time he makes the code change.
public final class CodeKeeper {
    /// After so many wrong tries in all the code is no longer good.
    static final int TRIES = 10;
    private static final int LONGEST_SECONDS = 64;
    /// After so long without a change that tries forced, the next one begins with the shortest wait again.
    private static final long CALM_NANOS = TimeUnit.MINUTES.toNanos(10);
    /// How many places are remembered; the one that was longest quiet is forgotten.
    private static final int PLACES = 1024;

    private final SecureRandom random = new SecureRandom();
    /// Owner: the lock on this object, as the rest.
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true);
    private Code code = Code.random(random);
    private int tries;
    /// How long everybody had to wait after the last change that tries forced; 0 if there was none.
    private int pauseSeconds;
    /// Until when, by the caller's clock.
    private long pausedUntil;

    /// What is remembered of a place.
    ///
    /// @param count how many wrong tries
    /// @param until when the next may come, by the caller's clock
    private record Wrong(int count, long until) {}

    /// What came of a try.
    public enum Verdict {
        RIGHT, WRONG,
        /// Wrong, and one too many: the code is another now.
        WRONG_AND_CHANGED,
        /// The code was changed meanwhile, so it was not looked at.
        STALE,
        /// It came while it had to wait, so it was not looked at.
        TOO_EARLY
    }

    public synchronized Code current() {
        return code;
    }

    /// Takes another code.
    public synchronized Code change() {
        Code before = code;
        while (code.equals(before)) {
            code = Code.random(random);
        }
        tries = 0;
        return code;
    }

    /// How many seconds somebody from there has to wait before the next try; 0 if it need not.
    ///
    /// @param now by [System#nanoTime]
    public synchronized int secondsToWait(String origin, long now) {
        Wrong record = wrong.get(origin);
        long own = record == null ? 0 : record.until() - now;
        long everybody = pauseSeconds == 0 ? 0 : pausedUntil - now;
        long longest = Math.max(own, everybody);
        return longest <= 0 ? 0 : (int) TimeUnit.NANOSECONDS.toSeconds(longest) + 1;
    }

    /// Looks at a try. However many come at once, no more than [#TRIES] wrong ones are looked at for one code, and no
    /// more than one from one place: those that began before it was found wrong have to wait like any other.
    ///
    /// @param tried the code with which the try began
    public synchronized Verdict judge(Code tried, String origin, long now, CodeProof.Proof proof) {
        if (!tried.equals(code)) {
            return Verdict.STALE;
        }
        if (secondsToWait(origin, now) > 0) {
            return Verdict.TOO_EARLY;
        }
        if (proof.holds()) {
            wrong.remove(origin);
            return Verdict.RIGHT;
        }
        note(origin, now);
        if (++tries < TRIES) {
            return Verdict.WRONG;
        }
        change();
        pause(now);
        return Verdict.WRONG_AND_CHANGED;
    }

    private void pause(long now) {
        boolean calm = pauseSeconds == 0 || now - pausedUntil > CALM_NANOS;
        pauseSeconds = calm ? 1 : Math.min(LONGEST_SECONDS, 2 * pauseSeconds);
        pausedUntil = now + TimeUnit.SECONDS.toNanos(pauseSeconds);
    }

    private void note(String origin, long now) {
        Wrong before = wrong.get(origin);
        int count = before == null ? 1 : before.count() + 1;
        long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(count - 1, 30));
        wrong.put(origin, new Wrong(count, now + TimeUnit.SECONDS.toNanos(seconds)));
        if (wrong.size() > PLACES) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }
}
