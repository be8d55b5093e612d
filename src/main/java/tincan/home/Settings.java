package tincan.home;

/// What the user chose, and where the window was.
///
/// @param name under which the user talks; cleaned, see [UserName]
/// @param enterSends whether Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends
/// @param projector whether many people look on from afar: text is large, and the log high
public record Settings(String name, Theme theme, Language language, TextScale textScale, boolean enterSends,
        boolean projector, WindowPlace window) {

    /// What holds before anything was chosen.
    public static Settings usual(String name) {
        return new Settings(name, Theme.SYSTEM, Language.SYSTEM, TextScale.PERCENT_100, true, false, WindowPlace.USUAL);
    }

    public Settings withName(String newName) {
        return new Settings(newName, theme, language, textScale, enterSends, projector, window);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(name, newTheme, language, textScale, enterSends, projector, window);
    }

    public Settings withLanguage(Language newLanguage) {
        return new Settings(name, theme, newLanguage, textScale, enterSends, projector, window);
    }

    public Settings withTextScale(TextScale newScale) {
        return new Settings(name, theme, language, newScale, enterSends, projector, window);
    }

    public Settings withEnterSends(boolean newEnterSends) {
        return new Settings(name, theme, language, textScale, newEnterSends, projector, window);
    }

    public Settings withProjector(boolean newProjector) {
        return new Settings(name, theme, language, textScale, enterSends, newProjector, window);
    }

    public Settings withWindow(WindowPlace newWindow) {
        return new Settings(name, theme, language, textScale, enterSends, projector, newWindow);
    }
}
