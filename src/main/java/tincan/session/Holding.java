package tincan.session;

/// Finds out that a follower of a room has held up those who speak for too long, by counting looks in a row that find
/// it far behind while they wait. Owner: one heartbeat thread.
final class Holding {
    /// So many looks in a row, 5 s, are too long.
    private static final int TICKS = 10;

    private int ticks;

    /// Looks once.
    ///
    /// @return whether it takes too long
    boolean tick(Followers followers, long behind) {
        ticks = followers.isHeld() && behind >= Followers.LAG_LOW ? ticks + 1 : 0;
        return ticks >= TICKS;
    }
}
