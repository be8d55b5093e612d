package tincan.ui;

import javafx.scene.input.KeyCombination;

/// The keys that mean the same everywhere in the window. `Shortcut` is Ctrl, or Cmd on macOS.
public enum Shortcut {
    COMPOSER("Shortcut+L"),
    /// The session's screen takes these two itself.
    FIND("Shortcut+F"), OVER("Shortcut+O"), LOG("Shortcut+Shift+L"), LEAVE("Shortcut+W"), SETTINGS(
            "Shortcut+Comma"), THEME(
                    "Shortcut+Shift+T"), HELP("F1"), PROJECTOR("F11"), POINT("F12"),
    /// The screen of a lesson takes this one itself.
    STEP("F10"), BACK("Esc"), QUIT("Shortcut+Q");

    private final String keys;

    Shortcut(String keys) {
        this.keys = keys;
    }

    public KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }
}
