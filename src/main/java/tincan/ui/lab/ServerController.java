package tincan.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tincan.lab.LabServer;
import tincan.lab.Lesson;
import tincan.lab.ServerOptions;
import tincan.lab.socket.Place;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.lab.ServerViewModel.State;

/// The pane of a lesson's server.
public final class ServerController {
    /// So often one looks how many wait in the backlog.
    private static final Duration LOOKS = Duration.millis(500);

    private final ServerViewModel model;
    private final Lesson lesson;
    private final Text text;
    private final Timeline clock;

    @FXML
    private VBox serverPane;
    @FXML
    private Pane serverForm;
    @FXML
    private ChoiceBox<Bound> serverBound;
    @FXML
    private TextField serverPort;
    @FXML
    private Label serverBacklogLabel;
    @FXML
    private TextField serverBacklog;
    @FXML
    private Label serverServingLabel;
    @FXML
    private ChoiceBox<ServerOptions.Serving> serverServing;
    @FXML
    private CheckBox serverReuse;
    @FXML
    private CheckBox serverOnce;
    @FXML
    private Button serverStart;
    @FXML
    private Button serverStop;
    @FXML
    private Label serverState;
    @FXML
    private Label serverTrouble;
    @FXML
    private Label serverHint;
    @FXML
    private Pane serverRunning;
    @FXML
    private Label serverPlace;
    @FXML
    private Label serverWaiting;
    @FXML
    private Label serverNobody;
    @FXML
    private VBox serverClients;

    ServerController(ServerViewModel model, Lesson lesson, Text text) {
        this.model = model;
        this.lesson = lesson;
        this.text = text;
        this.clock = new Timeline(new KeyFrame(LOOKS, _ -> model.look()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        serverBound.getItems().setAll(Bound.of(lesson));
        serverBound.setConverter(new ChoiceWords<>(bound -> text.of("lab.bound", bound)));
        serverBound.valueProperty().bindBidirectional(model.boundProperty());
        serverServing.getItems().setAll(ServerOptions.Serving.values());
        serverServing.setConverter(new ChoiceWords<>(serving -> text.of("lab.serving", serving)));
        serverServing.valueProperty().bindBidirectional(model.servingProperty());
        serverPort.textProperty().bindBidirectional(model.portProperty());
        serverBacklog.textProperty().bindBidirectional(model.backlogProperty());
        serverReuse.selectedProperty().bindBidirectional(model.reuseProperty());
        serverOnce.selectedProperty().bindBidirectional(model.onceProperty());
        boolean stream = lesson instanceof Lesson.Stream;
        List.of(serverBacklogLabel, serverBacklog, serverServingLabel, serverServing, serverReuse, serverOnce)
                .forEach(node -> Visibility.set(node, stream));
        model.boundProperty().subscribe(bound -> serverPort.setDisable(bound == Bound.UNIX));
        Visibility.tell(serverTrouble, model.troubleProperty());
        Visibility.follow(serverHint, Bindings.createBooleanBinding(
                () -> model.stateProperty().get() == State.STOPPED && model.troubleProperty().get().isEmpty(),
                model.stateProperty(), model.troubleProperty()));
        model.stateProperty().subscribe(this::show);
        model.placeProperty().subscribe(this::show);
        model.waitingProperty().subscribe(this::show);
        model.served().addListener((ListChangeListener<LabServer.Client>) _ -> showServed());
        showServed();
        if (lesson.serverTypes()) {
            addConsole();
        }
        clock.play();
    }

    private void addConsole() {
        ConsoleControl console = new ConsoleControl(model.console(), "server", text, model.console()::type);
        VBox.setVgrow(console, Priority.ALWAYS);
        model.stateProperty().subscribe(state -> console.enable(state == State.RUNNING));
        serverPane.getChildren().add(console);
    }

    private void show(State state) {
        Visibility.set(serverForm, state == State.STOPPED);
        Visibility.set(serverRunning, state == State.RUNNING);
        Visibility.set(serverStart, state != State.RUNNING);
        Visibility.set(serverStop, state == State.RUNNING);
        serverStart.setDisable(state == State.STARTING);
        Visibility.set(serverState, state != State.STOPPED);
        serverState.setText(text.of("lab.server-state", state));
        serverState.getStyleClass().remove("success");
        if (state == State.RUNNING) {
            serverState.getStyleClass().add("success");
        }
    }

    private void show(Optional<Place> place) {
        serverPlace.setText(place.map(at -> text.of("lab.server.place", at.shown())).orElse(""));
    }

    private void show(OptionalInt waiting) {
        Visibility.set(serverWaiting, waiting.isPresent());
        serverWaiting.setText(text.of("lab.server.waiting", waiting.orElse(0)));
        serverWaiting.getStyleClass().remove("warning");
        if (waiting.orElse(0) > 0) {
            serverWaiting.getStyleClass().add("warning");
        }
    }

    private void showServed() {
        Visibility.set(serverNobody, model.served().isEmpty() && lesson instanceof Lesson.Stream);
        serverClients.getChildren().setAll(model.served().stream().map(this::row).toList());
    }

    private Label row(LabServer.Client client) {
        Label row = new Label(text.of("lab.server.client", client.name(), client.address()));
        row.getStyleClass().add("tc-mono");
        row.setMinWidth(0);
        return row;
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    void focusFirst() {
        serverStart.requestFocus();
    }

    void close() {
        clock.stop();
    }
}
