package tincan.ui.control;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;

/// A button that copies a text, and tells so for a moment. On the JavaFX thread.
public final class Copying {
    private static final Duration TELLS = Duration.seconds(2);

    private final Button button;
    private final Text text;
    private final PauseTransition back = new PauseTransition(TELLS);

    private Copying(Button button, Text text) {
        this.button = button;
        this.text = text;
        back.setOnFinished(_ -> show("app.copy", "fth-copy"));
        show("app.copy", "fth-copy");
    }

    /// Lets `button` copy what `what` gives at the time.
    public static void offer(Button button, Text text, Supplier<String> what) {
        Copying copying = new Copying(button, text);
        button.setOnAction(_ -> copying.copy(what.get()));
    }

    /// Puts `words` on the clipboard.
    public static void put(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copy(String words) {
        put(words);
        show("app.copied", "fth-check");
        back.playFromStart();
    }

    private void show(String key, String icon) {
        button.setText(text.of(key));
        button.setGraphic(new FontIcon(icon));
    }
}
