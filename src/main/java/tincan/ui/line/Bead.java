package tincan.ui.line;

import tincan.trace.Direction;

/// A message on its way along the string.
///
/// @param direction from the near can, or to it
/// @param done how much of its way lies behind it, from 0 to 1
record Bead(Direction direction, double done) {

    /// Where it is on the string: 0 at the near can, 1 at the far one.
    double place() {
        double eased = done * done * (3 - 2 * done);
        return direction == Direction.OUT ? eased : 1 - eased;
    }

    Bead after(double part) {
        return new Bead(direction, done + part);
    }
}
