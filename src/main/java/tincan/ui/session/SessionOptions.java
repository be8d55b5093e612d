package tincan.ui.session;

import tincan.home.Settings;
import tincan.home.TalkKey;

/// What the user chose for the session's screen.
///
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends and Enter breaks it
/// @param projector whether many people look on from afar
/// @param talkKey that is held to talk
/// @param tones whether turns begin and end with one
public record SessionOptions(boolean enterSends, boolean projector, TalkKey talkKey, boolean tones) {
    /// Enter sends.
    public static final SessionOptions USUAL = new SessionOptions(true, false, TalkKey.F8, true);

    /// What these settings say of it.
    public static SessionOptions of(Settings settings) {
        return new SessionOptions(settings.enterSends(), settings.projector(), settings.voice().key(),
                settings.voice().tones());
    }
}
