package tincan.trace.ladder;

import tincan.trace.Ends;

/// One of the two ends of a connection.
public enum Lane {
    /// Which connected.
    CLIENT,
    /// Which accepted.
    SERVER;

    /// The lane of a side.
    static Lane of(Ends.Side side) {
        return side == Ends.Side.CLIENT ? CLIENT : SERVER;
    }

    /// The other one.
    public Lane other() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
