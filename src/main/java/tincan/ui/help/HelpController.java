package tincan.ui.help;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import tincan.home.TalkKey;
import tincan.text.Text;
import tincan.ui.Navigator;
import tincan.ui.Shortcut;

/// Lists the keys.
public final class HelpController {
    private final boolean enterSends;
    private final TalkKey talkKey;
    private final Navigator navigator;
    private final Text text;

    @FXML
    private Pane helpScreen;
    @FXML
    private GridPane keys;
    @FXML
    private Button helpClose;

    /// @param enterSends whether Enter sends and Shift+Enter breaks the line
    public HelpController(boolean enterSends, TalkKey talkKey, Navigator navigator, Text text) {
        this.enterSends = enterSends;
        this.talkKey = talkKey;
        this.navigator = navigator;
        this.text = text;
    }

    @FXML
    private void initialize() {
        row(enterSends ? text.of("help.key.enter") : Shortcut.sendKeys(), text.of("help.send"));
        row(text.of(enterSends ? "help.key.shift-enter" : "help.key.enter"), text.of("help.line-break"));
        row(talkKey.name(), text.of("help.talk"));
        for (Shortcut shortcut : Shortcut.values()) {
            row(shortcut.shown(), text.of("help", shortcut));
        }
        helpScreen.addEventFilter(KeyEvent.KEY_PRESSED, HelpController::stay);
    }

    void focusFirst() {
        helpClose.requestFocus();
    }

    /// The list is in front of everything, and its one button has the focus: Tab would go behind it.
    private static void stay(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB) {
            key.consume();
        }
    }

    private void row(String key, String meaning) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Label.USE_PREF_SIZE);
        Label does = new Label(meaning);
        does.setWrapText(true);
        does.setLabelFor(cap);
        keys.addRow(keys.getRowCount(), cap, does);
    }

    @FXML
    private void close() {
        navigator.back();
    }

    @FXML
    private void closeOutside(MouseEvent click) {
        if (click.getTarget().equals(helpScreen)) {
            navigator.back();
        }
    }
}
