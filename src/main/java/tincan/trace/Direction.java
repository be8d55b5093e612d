package tincan.trace;

/// Which way bytes went, seen from this side of the connection.
public enum Direction {
    /// From us to the peer.
    OUT(">>"),
    /// From the peer to us.
    IN("<<"),
    /// A call that moves no bytes.
    NONE("--");

    private final String arrow;

    Direction(String arrow) {
        this.arrow = arrow;
    }

    /// The arrow as it stands in a log line.
    public String arrow() {
        return arrow;
    }
}
