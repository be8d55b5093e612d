package tincan.ui.session;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.ui.session.DoorViewModel.Knock;

/// One who knocks: who it says it is, the words to compare, and the two answers.
final class KnockController {
    private final Knock knock;
    private final DoorViewModel door;
    private final Text text;

    @FXML
    private Label knockWho;
    @FXML
    private Label knockWords;

    KnockController(Knock knock, DoorViewModel door, Text text) {
        this.knock = knock;
        this.door = door;
        this.text = text;
    }

    @FXML
    private void initialize() {
        knockWho.setText(text.of("knock.who", Printable.line(knock.name()), knock.address()));
        knockWords.setText(String.join(" · ", knock.words()));
    }

    @FXML
    private void admit() {
        door.admit(knock);
    }

    @FXML
    private void turnAway() {
        door.turnAway(knock);
    }
}
