package tincan.home;

/// What the user chose, and where the window was.
///
/// @param name under which the user talks; cleaned, see [UserName]
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends
/// @param projector whether many people look on from afar: text is large, and the log high
/// @param voice what was chosen for talking
public record Settings(String name, Theme theme, Language language, TextScale textScale, boolean enterSends,
        boolean projector, VoiceSettings voice, WindowPlace window) {

    /// With what is usual for talking.
    public Settings(String name, Theme theme, Language language, TextScale textScale, boolean enterSends,
            boolean projector, WindowPlace window) {
        this(name, theme, language, textScale, enterSends, projector, VoiceSettings.USUAL, window);
    }

    /// What holds before anything was chosen.
    public static Settings usual(String name) {
        return new Settings(name, Theme.SYSTEM, Language.SYSTEM, TextScale.PERCENT_100, true, false, WindowPlace.USUAL);
    }

    public Settings withName(String newName) {
        return new Settings(newName, theme, language, textScale, enterSends, projector, voice, window);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(name, newTheme, language, textScale, enterSends, projector, voice, window);
    }

    public Settings withLanguage(Language newLanguage) {
        return new Settings(name, theme, newLanguage, textScale, enterSends, projector, voice, window);
    }

    public Settings withTextScale(TextScale newScale) {
        return new Settings(name, theme, language, newScale, enterSends, projector, voice, window);
    }

    public Settings withEnterSends(boolean newEnterSends) {
        return new Settings(name, theme, language, textScale, newEnterSends, projector, voice, window);
    }

    public Settings withProjector(boolean newProjector) {
        return new Settings(name, theme, language, textScale, enterSends, newProjector, voice, window);
    }

    public Settings withVoice(VoiceSettings newVoice) {
        return new Settings(name, theme, language, textScale, enterSends, projector, newVoice, window);
    }

    public Settings withWindow(WindowPlace newWindow) {
        return new Settings(name, theme, language, textScale, enterSends, projector, voice, newWindow);
    }
}
