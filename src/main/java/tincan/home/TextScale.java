package tincan.home;

/// How large the window draws everything, for eyes and projectors.
public enum TextScale {
    PERCENT_100(100), PERCENT_125(125), PERCENT_150(150), PERCENT_200(200);

    private final int percent;

    TextScale(int percent) {
        this.percent = percent;
    }

    /// Of the usual size.
    public int percent() {
        return percent;
    }

    /// As large as people at the back of a room need it.
    public TextScale forProjector() {
        return compareTo(PERCENT_150) < 0 ? PERCENT_150 : this;
    }

    /// The name in the settings file.
    String stored() {
        return Integer.toString(percent);
    }
}
