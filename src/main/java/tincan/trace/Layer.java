package tincan.trace;

/// Where in a connection bytes were seen.
public enum Layer {
    /// As they crossed the socket: what anybody on the network may record.
    WIRE,
    /// Inside TLS: what only the two ends can read.
    INSIDE
}
