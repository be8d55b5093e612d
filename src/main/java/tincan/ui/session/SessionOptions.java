package tincan.ui.session;

import java.util.Set;
import java.util.stream.Collectors;
import tincan.home.Settings;
import tincan.home.TalkKey;
import tincan.home.TurnTone;
import tincan.voice.audio.Tone;

/// What the user chose for the session's screen.
///
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends and Enter breaks it
/// @param projector whether many people look on from afar
/// @param talkKey that is held to talk
/// @param tones those that are played for the turns
public record SessionOptions(boolean enterSends, boolean projector, TalkKey talkKey, Set<Tone> tones) {
    /// Enter sends.
    public static final SessionOptions USUAL = new SessionOptions(true, false, TalkKey.F8, Set.of(Tone.values()));

    public SessionOptions {
        tones = Set.copyOf(tones);
    }

    /// What these settings say of it.
    public static SessionOptions of(Settings settings) {
        return new SessionOptions(settings.enterSends(), settings.projector(), settings.voice().key(),
                settings.voice().tones().stream().map(SessionOptions::tone).collect(Collectors.toSet()));
    }

    private static Tone tone(TurnTone chosen) {
        return switch (chosen) {
            case GO_AHEAD -> Tone.GO_AHEAD;
            case OVER -> Tone.OVER;
            case DENIED -> Tone.DENIED;
            case QUEUED -> Tone.QUEUED;
            case TIME_OUT -> Tone.TIME_OUT;
        };
    }
}
