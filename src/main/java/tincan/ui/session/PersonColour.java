package tincan.ui.session;

import java.util.List;
import javafx.scene.Node;

/// The colour of a person, the same in every window because it comes from the name alone.
final class PersonColour {
    /// How many there are in the themes.
    private static final int COLOURS = 8;
    private static final String PREFIX = "person-";
    private static final List<String> CLASSES = List.of("person-0", "person-1", "person-2", "person-3", "person-4",
            "person-5", "person-6", "person-7");

    private PersonColour() {}

    /// Gives `node` the style class of the colour of `name`.
    static void paint(Node node, String name) {
        node.getStyleClass().removeAll(CLASSES);
        node.getStyleClass().add(PREFIX + of(name));
    }

    static int of(String name) {
        int hash = name.hashCode() * 0x9E3779B1;
        return (hash >>> 16) % COLOURS;
    }
}
