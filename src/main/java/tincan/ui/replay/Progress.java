package tincan.ui.replay;

/// What becomes of the recording.
enum Progress {
    /// It is shown as a whole.
    WHOLE,
    /// It is played.
    PLAYING,
    /// It is played, and stands still.
    PAUSED
}
