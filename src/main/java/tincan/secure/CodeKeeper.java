package tincan.secure;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Keeps a host's code, and counts who was wrong about it: after each wrong try from one place the next must wait twice
/// as long, and after ten in all the code is another. Any thread; time comes in.
public final class CodeKeeper {
    /// After so many wrong tries in all the code is no longer good.
    static final int TRIES = 10;
    private static final int LONGEST_SECONDS = 64;
    /// How many places are remembered; the one that was longest quiet is forgotten.
    private static final int PLACES = 1024;

    private final SecureRandom random = new SecureRandom();
    /// Owner: the lock on this object, as the rest.
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true);
    private Code code = Code.random(random);
    private int tries;

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
        STALE
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
        if (record == null || record.until() - now <= 0) {
            return 0;
        }
        return (int) TimeUnit.NANOSECONDS.toSeconds(record.until() - now) + 1;
    }

    /// Looks at a try. However many come at once, no more than [#TRIES] wrong ones are looked at for one code.
    ///
    /// @param tried the code with which the try began
    public synchronized Verdict judge(Code tried, String origin, long now, CodeProof.Proof proof) {
        if (!tried.equals(code)) {
            return Verdict.STALE;
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
        return Verdict.WRONG_AND_CHANGED;
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
