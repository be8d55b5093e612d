package tincan.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
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

    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final String keys;

    Shortcut(String keys) {
        this.keys = keys;
    }

    public KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }

    /// As people on this system write them.
    public String shown() {
        return keys().getDisplayText();
    }

    /// The keys that send where Enter alone begins a new line, written in the same way.
    public static String sendKeys() {
        return SEND.getDisplayText().replace("\u21B5", KeyCode.ENTER.getName());
    }
}
