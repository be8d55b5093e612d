package tincan.session;

/// Finds out that a frame takes too long from its first byte to its last, by counting looks that find the same
/// beginning of a frame while the reader waits for the rest. A reader that is held up on this side does not count.
/// Owner: one heartbeat thread.
final class Dawdling {
    /// So many looks in a row, 10 s, are too long.
    private static final int TICKS = 20;

    private long beginning;
    private int ticks;

    /// Looks once.
    ///
    /// @return whether it takes too long
    boolean tick(Line line) {
        long frame = line.partialFrame();
        boolean waits = frame != 0 && frame == beginning;
        ticks = !waits ? 0 : line.isReading() ? ticks + 1 : ticks;
        beginning = frame;
        return ticks >= TICKS;
    }
}
