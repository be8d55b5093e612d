package tincan.ui.session;

/// What the user chose for the session's screen.
///
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends and Enter breaks it
/// @param openLesson whether the words go over the network as plain text
public record SessionOptions(boolean enterSends, boolean openLesson) {
    /// Enter sends, in an open lesson.
    public static final SessionOptions USUAL = new SessionOptions(true, true);
}
