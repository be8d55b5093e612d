package tincan.ui.lab;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tincan.lab.Lesson;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.lab.ClientViewModel.State;

/// The tab of one client.
public final class ClientController {
    private final ClientViewModel model;
    private final Lesson lesson;
    private final Text text;
    private final ConsoleControl console;

    @FXML
    private VBox clientPane;
    @FXML
    private TextField clientHost;
    @FXML
    private TextField clientPort;
    @FXML
    private Button clientConnect;
    @FXML
    private TextField clientBuffer;
    @FXML
    private TextField clientTimeout;
    @FXML
    private CheckBox clientNagle;
    @FXML
    private Label clientTrouble;
    @FXML
    private VBox clientConsole;
    @FXML
    private Button clientHalfClose;
    @FXML
    private Button clientClose;
    @FXML
    private Button clientKill;

    ClientController(ClientViewModel model, Lesson lesson, Text text) {
        this.model = model;
        this.lesson = lesson;
        this.text = text;
        this.console = new ConsoleControl(model.console(), "client", text, model::send);
    }

    @FXML
    private void initialize() {
        clientHost.textProperty().bindBidirectional(model.hostProperty());
        clientPort.textProperty().bindBidirectional(model.portProperty());
        clientBuffer.textProperty().bindBidirectional(model.bufferProperty());
        clientTimeout.textProperty().bindBidirectional(model.timeoutProperty());
        clientNagle.selectedProperty().bindBidirectional(model.nagleProperty());
        clientHost.setOnAction(_ -> connect());
        clientPort.setOnAction(_ -> connect());
        boolean stream = lesson instanceof Lesson.Stream;
        List.of(clientNagle, clientHalfClose, clientKill).forEach(node -> Visibility.set(node, stream));
        Visibility.tell(clientTrouble, model.troubleProperty());
        clientConsole.getChildren().setAll(console);
        VBox.setVgrow(console, Priority.ALWAYS);
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        boolean idle = state == State.IDLE;
        boolean connected = state == State.CONNECTED;
        List.of(clientHost, clientPort, clientConnect).forEach(node -> node.setDisable(!idle));
        List.of(clientHalfClose, clientClose, clientKill).forEach(node -> node.setDisable(!connected));
        clientConnect.setText(text.of("lab.client-connect", state));
        console.enable(connected);
        if (connected && clientPane.getScene() != null) {
            console.focusField();
        }
    }

    @FXML
    private void connect() {
        model.connect();
    }

    @FXML
    private void halfClose() {
        model.halfClose();
    }

    @FXML
    private void close() {
        model.close();
    }

    @FXML
    private void kill() {
        model.kill();
    }
}
