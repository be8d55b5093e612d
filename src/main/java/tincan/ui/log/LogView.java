package tincan.ui.log;

/// The views of a log.
public enum LogView {
    /// A row a call or frame.
    LOG,
    /// What the row chosen moved.
    BYTES,
    /// Both ends beside each other.
    LADDER
}
