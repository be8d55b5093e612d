package tincan.session;

/// Finds out that a peer is gone by counting looks at its connection that find nothing heard. Counting instead of
/// timing makes a computer that slept, or a look that came late, cut nobody. Owner: one heartbeat thread.
final class Silence {
    /// How often to look.
    static final long TICK_MILLIS = 500;
    /// So many looks in a row, 3 s, and the peer is gone.
    private static final int TICKS = 6;

    private long heard;
    private int silent;

    /// Looks once.
    ///
    /// @return whether the peer is gone
    boolean tick(Line line) {
        long reads = line.reads();
        silent = line.isReading() && reads == heard ? silent + 1 : 0;
        heard = reads;
        return silent >= TICKS;
    }
}
