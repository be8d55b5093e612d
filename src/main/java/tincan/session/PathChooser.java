package tincan.session;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Decides by which way a guest's voice packets go: as datagrams, or on a connection where those do not get through. It
/// asks by both whenever there are both, so that the better one is found again. Not thread-safe; time comes in, by
/// [System#nanoTime].
final class PathChooser {
    /// How long datagrams are tried before a connection is made.
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    /// How long a connection that worked may bring no answer.
    static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(3500);
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LATER_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// A datagram that has brought no answer after so long is missed: it is asked again, and soon.
    private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    /// So many answers in a row bring a guest back from a connection to datagrams.
    private static final int TRUSTED = 5;
    /// Of the last [#REMEMBERED] datagrams more than so many without an answer, and another way is looked for.
    private static final int MOST_MISSED = 4;
    private static final int REMEMBERED = 8;

    private final boolean datagrams;
    private long tryingSince;
    private long due;
    private long lastPing;
    /// Whether there was an answer since then.
    private boolean answered = true;
    /// A bit for each of the last datagrams, set if it was missed.
    private int missed;
    private int answersInARow;
    private long connectionAnswer;
    private boolean opened;
    private long openNotBefore;
    private VoicePath path = VoicePath.TRYING;

    /// @param datagrams whether there are any to try
    PathChooser(long now, boolean datagrams) {
        this.datagrams = datagrams;
        tryingSince = datagrams ? now : now - PATIENCE_NANOS;
        due = now;
        lastPing = now - LATER_NANOS;
        openNotBefore = now;
    }

    /// What is to be done.
    enum Step {
        /// Asks the host for an answer by a datagram.
        PING_DATAGRAM,
        /// The same on the connection.
        PING_CONNECTION,
        /// Makes the connection.
        OPEN,
        /// Closes it.
        CLOSE
    }

    VoicePath path() {
        return path;
    }

    /// When [#tick] is wanted next.
    long nextDeadline() {
        return due;
    }

    /// Time has passed.
    Set<Step> tick(long now) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (now - due < 0) {
            return steps;
        }
        if (answered && path != VoicePath.TRYING && now - lastPing < LATER_NANOS) {
            due = lastPing + LATER_NANOS;
            return steps;
        }
        lookForSilence(now, steps);
        boolean impatient = path == VoicePath.TRYING && now - tryingSince >= PATIENCE_NANOS;
        if (impatient && !opened && now - openNotBefore >= 0) {
            opened = true;
            connectionAnswer = now;
            steps.add(Step.OPEN);
        }
        ping(now, steps);
        return steps;
    }

    private void ping(long now, Set<Step> steps) {
        if (datagrams) {
            steps.add(Step.PING_DATAGRAM);
        }
        if (opened) {
            steps.add(Step.PING_CONNECTION);
        }
        due = now + pause();
        lastPing = now;
        answered = false;
    }

    /// Until the next look: where datagrams go, soon once one is missed; where they do not, they are not asked often.
    private long pause() {
        return switch (path) {
            case TRYING -> SOON_NANOS;
            case DATAGRAMS -> answered ? ANSWER_NANOS : SOON_NANOS;
            case CONNECTION, NONE -> LATER_NANOS;
        };
    }

    private void lookForSilence(long now, Set<Step> steps) {
        missed = (missed << 1 | (answered ? 0 : 1)) & (1 << REMEMBERED) - 1;
        if (!answered) {
            answersInARow = 0;
        }
        if (path == VoicePath.DATAGRAMS && Integer.bitCount(missed) > MOST_MISSED) {
            path = VoicePath.TRYING;
            tryingSince = now - PATIENCE_NANOS; // it has been patient already
        }
        if (opened && now - connectionAnswer > SILENCE_NANOS) {
            steps.add(Step.CLOSE);
            connectionOver(now);
        }
    }

    /// An answer came by a datagram.
    Set<Step> datagramAnswered(long now) {
        answersInARow += answered ? 0 : 1; // two to one question are one
        answered = true;
        if (path == VoicePath.TRYING && !opened) {
            takeDatagrams();
        } else if (opened && answersInARow >= TRUSTED) {
            takeDatagrams();
            opened = false;
            return EnumSet.of(Step.CLOSE);
        }
        return EnumSet.noneOf(Step.class);
    }

    private void takeDatagrams() {
        if (path != VoicePath.DATAGRAMS) {
            path = VoicePath.DATAGRAMS;
            missed = 0;
        }
    }

    /// An answer came on the connection.
    void connectionAnswered(long now) {
        if (opened) {
            connectionAnswer = now;
            path = VoicePath.CONNECTION;
        }
    }

    /// The connection has ended, or could not be made.
    void connectionOver(long now) {
        if (opened) {
            opened = false;
            path = VoicePath.TRYING;
            tryingSince = now - PATIENCE_NANOS;
            openNotBefore = now + PATIENCE_NANOS;
        }
    }
}
