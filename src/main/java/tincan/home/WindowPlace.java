package tincan.home;

/// Where the window was, in the units of the desktop.
///
/// @param x of its left edge; NaN if the system is to choose
/// @param y of its upper edge; NaN if the system is to choose
/// @param width with its frame
/// @param height with its frame
/// @param maximised whether it filled the screen; the rest is then where it was before
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    /// Smaller than this nothing fits.
    public static final double MIN_WIDTH = 720;
    /// Smaller than this nothing fits.
    public static final double MIN_HEIGHT = 480;

    /// In the middle of the screen, as the system sees it.
    public static final WindowPlace USUAL = new WindowPlace(Double.NaN, Double.NaN, 1000, 700, false);

    public WindowPlace {
        width = width >= MIN_WIDTH ? width : MIN_WIDTH;
        height = height >= MIN_HEIGHT ? height : MIN_HEIGHT;
    }

    /// Whether the system is to choose where it goes.
    public boolean free() {
        return Double.isNaN(x) || Double.isNaN(y);
    }
}
