package tincan.session;

import java.util.concurrent.TimeUnit;

/// Somebody at the door who waits for a person to decide.
final class Knock {
    /// How long it may wait.
    static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final long number;
    private final String origin;
    private final long deadline;
    private volatile Answer answer = Answer.NONE;

    enum Answer {
        NONE, COME_IN, GO_AWAY
    }

    /// @param origin see [Origin]
    Knock(long number, String origin, long now) {
        this.number = number;
        this.origin = origin;
        this.deadline = now + PATIENCE_NANOS;
    }

    long number() {
        return number;
    }

    String origin() {
        return origin;
    }

    void answer(Answer given) {
        answer = given;
    }

    /// What was decided; nobody's decision in time is a no.
    Answer answer(long now) {
        return answer == Answer.NONE && deadline - now < 0 ? Answer.GO_AWAY : answer;
    }
}
