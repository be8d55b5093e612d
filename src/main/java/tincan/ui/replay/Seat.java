package tincan.ui.replay;

/// Which of the ends of a recording.
enum Seat {
    FIRST, SECOND
}
