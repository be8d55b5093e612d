package tincan.ui;

/// What keys ask of the screen in front.
public enum ScreenAction {
    /// Put the focus where one writes.
    COMPOSER,
    /// Show or hide the connection log.
    LOG,
    /// Leave the session.
    LEAVE
}
