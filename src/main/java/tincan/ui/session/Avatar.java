package tincan.ui.session;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.control.Label;

/// A disc with the first letter of a name, in the member's colour. An ornament: the name stands beside it.
final class Avatar extends Label {
    Avatar() {
        getStyleClass().add("avatar");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(int member, String name) {
        setText(initial(name));
        PersonColour.paint(this, member);
    }

    static String initial(String name) {
        String stripped = name.strip();
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(stripped);
        int end = letters.next();
        return end == BreakIterator.DONE ? "?" : stripped.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
