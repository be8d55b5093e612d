package tincan.ui.start;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.control.SegmentedChoice;
import tincan.ui.control.Visibility;
import tincan.ui.start.HostViewModel.Kind;

/// Binds the *Host* card to its view model.
final class HostCardController {
    private final HostViewModel host;
    private final Text text;

    @FXML
    private Pane hostFields;
    @FXML
    private SegmentedChoice<Kind> kindChoice;
    @FXML
    private Label hostMeaning;
    @FXML
    private TextField titleField;
    @FXML
    private ToggleButton advancedButton;
    @FXML
    private Pane advanced;
    @FXML
    private TextField portField;
    @FXML
    private CheckBox wordsBox;
    @FXML
    private Label hostProblem;
    @FXML
    private Button hostButton;
    @FXML
    private Pane hostProgress;

    HostCardController(HostViewModel host, Text text) {
        this.host = host;
        this.text = text;
    }

    @FXML
    private void initialize() {
        kindChoice.offer(List.of(Kind.values()), host.kindProperty().get(), each -> text.of("start.kind", each),
                host.kindProperty()::set);
        kindChoice.adorn(HostCardController::picture);
        hostMeaning.textProperty().bind(host.meaningProperty());
        titleField.textProperty().bindBidirectional(host.titleProperty());
        portField.textProperty().bindBidirectional(host.portProperty());
        wordsBox.selectedProperty().bindBidirectional(host.wordsProperty());
        wordsBox.disableProperty().bind(host.kindProperty().isEqualTo(Kind.OPEN_LESSON));
        hostFields.disableProperty().bind(host.busyProperty());
        Visibility.follow(hostButton, host.busyProperty().not());
        Visibility.follow(hostProgress, host.busyProperty());
        Visibility.follow(advanced, advancedButton.selectedProperty());
        Visibility.tell(hostProblem, host.problemProperty());
    }

    private static FontIcon picture(Kind kind) {
        return new FontIcon(switch (kind) {
            case PRIVATE -> "fth-lock";
            case OPEN_LESSON -> "fth-unlock";
        });
    }

    @FXML
    private void host() {
        host.host();
    }

    @FXML
    private void cancelHost() {
        host.cancel();
        hostButton.requestFocus();
    }
}
