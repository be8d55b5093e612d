package tincan.voice.audio;

/// How much sound the loudspeaker's device is asked to hold: little, and more where that does not suffice. A device
/// gives no event when it runs empty; it is counted. Owner: the loudspeaker's thread.
final class PlayBuffer {
    private static final int STEP_MILLIS = 10;
    private static final int MOST_MILLIS = 40;
    private static final int FEW = 3;
    private static final long WHILE_NANOS = 10_000_000_000L;

    private int millis = Sound.BUFFER_MILLIS;
    private int counted;
    private int lately;
    private long since;

    int millis() {
        return millis;
    }

    /// A device is opened, whose count begins anew.
    void opened(long nowNanos) {
        counted = 0;
        lately = 0;
        since = nowNanos;
    }

    /// Takes note of how often the device has run empty.
    ///
    /// @return whether it is to be opened again, with the larger buffer
    boolean raised(int underruns, long nowNanos) {
        if (nowNanos - since > WHILE_NANOS) {
            since = nowNanos;
            lately = 0;
        }
        lately += underruns - counted;
        counted = underruns;
        if (lately < FEW || millis == MOST_MILLIS) {
            return false;
        }
        millis += STEP_MILLIS;
        return true;
    }
}
