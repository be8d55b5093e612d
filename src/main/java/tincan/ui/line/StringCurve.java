package tincan.ui.line;

import javafx.geometry.Point2D;

/// The shape of a string between two points: a catenary that sags, with a standing wave on it.
///
/// @param from where it is tied at the left
/// @param to where it is tied at the right
/// @param sag how far its middle hangs below its ends, in pixels
/// @param swing how far its middle is out of its place, in pixels
record StringCurve(Point2D from, Point2D to, double sag, double swing) {
    /// How strongly it is bent: more is flatter in the middle and steeper at the ends.
    private static final double BEND = 1.7;
    private static final double COSH_BEND = Math.cosh(BEND);

    /// The point at `part` of the way, from 0 to 1.
    Point2D at(double part) {
        double hang = (COSH_BEND - Math.cosh(BEND * (2 * part - 1))) / (COSH_BEND - 1);
        double wave = Math.sin(Math.PI * part) * 0.7 + Math.sin(3 * Math.PI * part) * 0.3;
        return new Point2D(from.getX() + (to.getX() - from.getX()) * part,
                from.getY() + (to.getY() - from.getY()) * part + sag * hang + swing * wave);
    }
}
