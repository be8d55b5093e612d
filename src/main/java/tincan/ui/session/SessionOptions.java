package tincan.ui.session;

/// What the user chose for the session's screen.
///
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends and Enter breaks it
public record SessionOptions(boolean enterSends) {
    /// Enter sends.
    public static final SessionOptions USUAL = new SessionOptions(true);
}
