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
    /// How long a way that worked may bring no answer.
    static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(3500);
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LATER_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// So many answers in a row bring a guest back from a connection to datagrams.
    private static final int TRUSTED = 3;

    private final boolean datagrams;
    private long tryingSince;
    private long nextPing;
    private long datagramAnswer;
    private int answersInARow;
    private long connectionAnswer;
    private boolean opened;
    private long openNotBefore;
    private VoicePath path = VoicePath.TRYING;

    /// @param datagrams whether there are any to try
    PathChooser(long now, boolean datagrams) {
        this.datagrams = datagrams;
        tryingSince = datagrams ? now : now - PATIENCE_NANOS;
        nextPing = now;
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
        return nextPing;
    }

    /// Time has passed.
    Set<Step> tick(long now) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (now - nextPing < 0) {
            return steps;
        }
        lookForSilence(now, steps);
        boolean impatient = path == VoicePath.TRYING && now - tryingSince >= PATIENCE_NANOS;
        if (impatient && !opened && now - openNotBefore >= 0) {
            opened = true;
            connectionAnswer = now;
            steps.add(Step.OPEN);
        }
        if (datagrams) {
            steps.add(Step.PING_DATAGRAM);
        }
        if (opened) {
            steps.add(Step.PING_CONNECTION);
        }
        nextPing = now + (path == VoicePath.TRYING ? SOON_NANOS : LATER_NANOS);
        return steps;
    }

    private void lookForSilence(long now, Set<Step> steps) {
        if (now - datagramAnswer > SILENCE_NANOS) {
            answersInARow = 0;
            if (path == VoicePath.DATAGRAMS) {
                path = VoicePath.TRYING;
                tryingSince = now - PATIENCE_NANOS; // it has been patient already
            }
        }
        if (opened && now - connectionAnswer > SILENCE_NANOS) {
            steps.add(Step.CLOSE);
            connectionOver(now);
        }
    }

    /// An answer came by a datagram.
    Set<Step> datagramAnswered(long now) {
        datagramAnswer = now;
        answersInARow++;
        if (path == VoicePath.TRYING && !opened) {
            path = VoicePath.DATAGRAMS;
        } else if (opened && answersInARow >= TRUSTED) {
            path = VoicePath.DATAGRAMS;
            opened = false;
            return EnumSet.of(Step.CLOSE);
        }
        return EnumSet.noneOf(Step.class);
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
