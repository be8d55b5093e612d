package tincan.ui.line;

/// How the string between the cans hangs.
public enum Tension {
    /// Connected.
    TAUT,
    /// Nobody at the other end right now; somebody may come, or come back.
    SLACK,
    /// Over for good.
    CUT
}
