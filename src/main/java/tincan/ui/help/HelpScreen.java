package tincan.ui.help;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.home.TalkKey;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;

/// The list of keys, on a veil through which the screen behind it can be seen.
public final class HelpScreen implements Screen {
    private final HelpController controller;
    private final Parent root;

    /// @param enterSends whether Enter sends and Shift+Enter breaks the line
    public HelpScreen(boolean enterSends, TalkKey talkKey, Navigator navigator, Text text) {
        this.controller = new HelpController(enterSends, talkKey, navigator, text);
        this.root = FxmlFile.HELP.load(text.bundle(), controller);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty("");
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }
}
