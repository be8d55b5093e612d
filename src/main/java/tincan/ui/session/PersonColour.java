package tincan.ui.session;

import java.util.List;
import javafx.scene.Node;

/// The colour of a member, the same in every window because it comes from the member's number in the room: of any
/// members whose numbers follow each other, as many as there are colours differ. A hash of the name would not do that.
final class PersonColour {
    /// One a colour of the themes, in the order members get them.
    static final List<String> CLASSES = List.of("person-0", "person-1", "person-2", "person-3", "person-4", "person-5",
            "person-6", "person-7");

    private PersonColour() {}

    /// Gives `node` the style class of the colour of the member with this number.
    static void paint(Node node, int member) {
        node.getStyleClass().removeAll(CLASSES);
        node.getStyleClass().add(of(member));
    }

    /// The style class of a member's colour; the host, 1, has the first.
    static String of(int member) {
        return CLASSES.get(Math.floorMod(member - 1, CLASSES.size()));
    }
}
