package tincan.trace;

/// All bytes that went one way over a connection, as seen on one layer.
///
/// @param connection the name of the connection, such as `line-3`
public record ByteStream(String connection, Direction direction, Layer layer) {}
