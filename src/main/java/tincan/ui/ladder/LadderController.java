package tincan.ui.ladder;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import tincan.session.FarState;
import tincan.text.Text;
import tincan.ui.AddressVeil;
import tincan.ui.Spans;
import tincan.ui.control.Visibility;

/// The ladder and what is chosen of it.
public final class LadderController {
    private final LadderViewModel model;
    private final FarViewModel far;
    private final AddressVeil veil;
    private final Text text;
    private final LadderControl ladder;

    @FXML
    private ChoiceBox<String> ladderConnection;
    @FXML
    private ToggleButton ladderTrue;
    @FXML
    private Slider ladderZoom;
    @FXML
    private ToggleButton ladderProbes;
    @FXML
    private ToggleButton ladderFreeze;
    @FXML
    private StackPane ladderPlace;
    @FXML
    private Label ladderEmpty;
    @FXML
    private Label ladderNote;
    @FXML
    private StackPane ladderAskPlace;
    @FXML
    private Button ladderAsk;

    public LadderController(LadderViewModel model, FarViewModel far, AddressVeil veil, Text text, ZoneId zone) {
        this.model = model;
        this.far = far;
        this.veil = veil;
        this.text = text;
        this.ladder = new LadderControl(new LadderWords(text, zone, veil));
    }

    @FXML
    private void initialize() {
        ladder.setId("ladder");
        ladderPlace.getChildren().addFirst(ladder);
        ladder.pictureProperty().bind(model.pictureProperty());
        ladderTrue.selectedProperty().subscribe(now -> model.evenProperty().set(!now));
        ladderZoom.visibleProperty().bind(ladderTrue.selectedProperty());
        ladderZoom.managedProperty().bind(ladderZoom.visibleProperty());
        ladderZoom.valueProperty().subscribe(now -> ladder.zoomProperty().set(Math.pow(10, now.doubleValue())));
        ladderProbes.selectedProperty().bindBidirectional(model.probesProperty());
        ladderFreeze.selectedProperty().bindBidirectional(model.frozenProperty());
        model.pictureProperty().subscribe(this::show);
        initializeAsking();
        veil.hidingProperty().subscribe((_, _) -> ladder.redraw());
        showConnections();
        model.connections().addListener((ListChangeListener<String>) _ -> showConnections());
        ladderConnection.valueProperty().subscribe(name -> model.connectionProperty()
                .set(Optional.ofNullable(name).filter(model.connections()::contains)));
    }

    /// What is disabled has no tooltip of its own, so its place has it.
    private void initializeAsking() {
        Visibility.follow(ladderAskPlace, far.availableProperty());
        Tooltip why = new Tooltip();
        Tooltip.install(ladderAskPlace, why);
        far.stateProperty().subscribe(state -> {
            ladderAsk.setDisable(state != FarState.UNASKED);
            why.setText(text.of("ladder.ask", state));
            ladderAsk.setAccessibleHelp(why.getText());
        });
    }

    @FXML
    private void ask() {
        far.ask();
    }

    private void show(LadderPicture picture) {
        ladderEmpty.setVisible(picture.rungs().isEmpty());
        ladderNote.setText(note(picture.far()));
    }

    private String note(LadderPicture.Far other) {
        if (!other.seen()) {
            return text.of("ladder.one");
        }
        String both = other.error().isZero()
                ? text.of("ladder.both")
                : text.of("ladder.both-within", Spans.of(other.error(), text.locale()));
        return other.missing() == 0 ? both : text.of("ladder.missing", both, other.missing());
    }

    private void showConnections() {
        String chosen = ladderConnection.getValue();
        List<String> names = new ArrayList<>(List.of(text.of("ladder.connection.newest")));
        names.addAll(model.connections());
        ladderConnection.getItems().setAll(names);
        ladderConnection.setValue(names.contains(chosen) ? chosen : names.getFirst());
    }
}
