package tincan.ui.replay;

/// How fast a recording is played.
enum Speed {
    ONCE(1), FOUR_TIMES(4), SIXTEEN_TIMES(16);

    private final int times;

    Speed(int times) {
        this.times = times;
    }

    /// How many times as fast as it happened.
    int times() {
        return times;
    }
}
