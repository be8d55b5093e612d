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

    /// The name in the settings file.
    String stored() {
        return Integer.toString(percent);
    }
}
