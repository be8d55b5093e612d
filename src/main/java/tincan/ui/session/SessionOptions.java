package tincan.ui.session;

import tincan.home.Settings;

/// What the user chose for the session's screen.
///
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends and Enter breaks it
/// @param projector whether many people look on from afar
public record SessionOptions(boolean enterSends, boolean projector) {
    /// Enter sends.
    public static final SessionOptions USUAL = new SessionOptions(true, false);

    /// What these settings say of it.
    public static SessionOptions of(Settings settings) {
        return new SessionOptions(settings.enterSends(), settings.projector());
    }
}
