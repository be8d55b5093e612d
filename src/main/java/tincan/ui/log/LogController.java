package tincan.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.ui.FxmlFile;
import tincan.ui.bytes.BytesController;
import tincan.ui.control.Visibility;

/// The log's bar: its views, and the filters of the table.
public final class LogController {
    private static final Duration TYPED = Duration.millis(150);
    /// Under this many ems of width, buttons show their icons alone.
    private static final double SLIM_EMS = 44;
    /// Under this many, the choices become a menu.
    private static final double CHOICES_EMS = 76;
    /// Under each of these, one more of what is needed least has no room. A field that filters stays.
    private static final double CLEAR_EMS = 38;
    private static final double PROBES_EMS = 36;
    private static final double WORDS_EMS = 32;
    private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

    private final LogViewModel log;
    private final TrailViewModel trail;
    private final BytesController bytes;
    private final SavingViewModel saving;
    private final Text text;
    private final PauseTransition typed = new PauseTransition(TYPED);

    @FXML
    private HBox logBar;
    @FXML
    private MenuButton logFilters;
    @FXML
    private HBox logChoices;
    @FXML
    private Label logStatus;
    @FXML
    private Tooltip logStatusTip;
    @FXML
    private ChoiceBox<String> logConnection;
    @FXML
    private ToggleGroup logDirection;
    @FXML
    private ToggleButton logOut;
    @FXML
    private ToggleButton logBoth;
    @FXML
    private ChoiceBox<LogFilter.Kind> logKind;
    @FXML
    private ToggleButton logProbes;
    @FXML
    private TextField logWords;
    @FXML
    private ToggleButton logPause;
    @FXML
    private Button logClear;
    @FXML
    private ToggleGroup logViews;
    @FXML
    private ToggleButton logViewLog;
    @FXML
    private ToggleButton logViewBytes;
    @FXML
    private ToggleButton logViewLadder;
    @FXML
    private HBox logTools;
    @FXML
    private Region logGap;
    @FXML
    private ToggleButton logHide;
    @FXML
    private MenuButton logExport;
    @FXML
    private StackPane logNoticePlace;
    @FXML
    private HBox bytesTools;
    @FXML
    private Button copyHex;
    @FXML
    private Label bytesHeading;
    @FXML
    private Tooltip bytesHeadingTip;
    @FXML
    private HBox logTrail;
    @FXML
    private Label logTrailWords;
    @FXML
    private StackPane logTablePlace;
    @FXML
    private StackPane logBytesPlace;
    @FXML
    private StackPane logLadderPlace;

    LogController(LogViewModel log, TrailViewModel trail, SavingViewModel saving, Text text) {
        this.log = log;
        this.trail = trail;
        this.bytes = new BytesController(trail.bytes());
        this.saving = saving;
        this.text = text;
    }

    @FXML
    private void initialize() {
        logTablePlace.getChildren().setAll(
                FxmlFile.LOG_TABLE.load(text.bundle(), new LogTableController(log, trail, text)));
        logBytesPlace.getChildren().setAll(FxmlFile.BYTES.load(text.bundle(), bytes));
        logNoticePlace.getChildren().setAll(FxmlFile.NOTICE.load(text.bundle(), new NoticeController(saving)));
        new ExportMenu(saving, text).fill(logExport);
        logHide.selectedProperty().bindBidirectional(log.veil().hidingProperty());
        copyHex.setTooltip(new Tooltip(text.of("bytes.hex.tooltip", BytesController.COPY.getDisplayText())));
        initializeViews();
        initializeFilters();
        logStatus.textProperty().bind(log.statusProperty());
        logStatusTip.textProperty().bind(log.statusProperty());
        logPause.selectedProperty().bindBidirectional(log.pausedProperty());
        bytesHeading.textProperty().bind(veiled(trail.bytes().headingProperty()));
        bytesHeadingTip.textProperty().bind(bytesHeading.textProperty());
        logTrailWords.textProperty().bind(veiled(trail.storyProperty()));
        Visibility.follow(logTrail, trail.storyProperty().isNotEmpty());
        logBar.widthProperty().subscribe((_, _) -> fitBar());
        logStatus.fontProperty().subscribe((_, _) -> fitBar());
    }

    private ObservableValue<String> veiled(ReadOnlyStringProperty words) {
        return Bindings.createStringBinding(() -> log.veil().of(words.get()), words, log.veil().hidingProperty());
    }

    private void initializeViews() {
        Visibility.follow(logTablePlace, logViewLog.selectedProperty());
        Visibility.follow(logBytesPlace, logViewBytes.selectedProperty());
        Visibility.follow(logLadderPlace, logViewLadder.selectedProperty());
        Visibility.follow(logTools, logViewLog.selectedProperty());
        Visibility.follow(bytesTools, logViewBytes.selectedProperty());
        Visibility.follow(logGap, logViewLadder.selectedProperty());
        Visibility.set(logViewLadder, false);
        logViews.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                logViews.selectToggle(before);
            }
        });
    }

    /// Gives the third view what it shows. Until then there are two.
    public void setLadder(Node ladder) {
        logLadderPlace.getChildren().setAll(ladder);
        logViewBytes.getStyleClass().setAll("toggle-button", "center-pill");
        Visibility.set(logViewLadder, true);
    }

    /// Whether the third view is chosen.
    public ReadOnlyBooleanProperty ladderShownProperty() {
        return logViewLadder.selectedProperty();
    }

    LogView view() {
        if (logViewLog.isSelected()) {
            return LogView.LOG;
        }
        return logViewBytes.isSelected() ? LogView.BYTES : LogView.LADDER;
    }

    void show(LogView view) {
        logViews.selectToggle(switch (view) {
            case LOG -> logViewLog;
            case BYTES -> logViewBytes;
            case LADDER -> logViewLadder;
        });
    }

    private void fitBar() {
        double ems = logBar.getWidth() / logStatus.getFont().getSize();
        boolean choices = ems >= CHOICES_EMS;
        logChoices.setVisible(choices);
        logChoices.setManaged(choices);
        logFilters.setVisible(!choices);
        logFilters.setManaged(!choices);
        logBar.pseudoClassStateChanged(SLIM, ems < SLIM_EMS);
        boolean words = ems >= WORDS_EMS || !logWords.getText().isEmpty();
        Visibility.set(logWords, words);
        Visibility.set(logProbes, ems >= PROBES_EMS);
        Visibility.set(logClear, ems >= CLEAR_EMS);
    }

    private void initializeFilters() {
        showConnections();
        log.connections().addListener((ListChangeListener<String>) _ -> showConnections());
        logConnection.valueProperty().subscribe((_, now) -> filterConnection(now));
        logDirection.selectedToggleProperty().subscribe((before, now) -> filterDirection(before, now));
        logKind.getItems().setAll(LogFilter.Kind.values());
        logKind.setConverter(new KindWords(text));
        logKind.setValue(LogFilter.Kind.ALL);
        logKind.valueProperty().subscribe((_, now) -> filter(filter().withKind(now)));
        logProbes.setSelected(filter().probes());
        logProbes.selectedProperty().subscribe((_, now) -> filter(filter().withProbes(now)));
        typed.setOnFinished(_ -> filter(filter().withWords(logWords.getText())));
        logWords.textProperty().subscribe((_, _) -> typed.playFromStart());
        log.filterProperty().subscribe(_ -> showMenu());
    }

    private void showConnections() {
        String chosen = logConnection.getValue();
        List<String> names = new ArrayList<>(List.of(text.of("log.connection.all")));
        names.addAll(log.connections());
        if (!names.equals(logConnection.getItems())) {
            logConnection.getItems().setAll(names);
            logConnection.setValue(chosen == null ? names.getFirst() : chosen);
            showMenu();
        }
    }

    private void showMenu() {
        new FilterMenu(logFilters).show(logConnection, logDirection, logKind);
    }

    private LogFilter filter() {
        return log.filterProperty().get();
    }

    private void filter(LogFilter now) {
        log.filterProperty().set(now);
    }

    private void filterConnection(@Nullable String name) {
        filter(filter().withConnection(
                Optional.ofNullable(name).filter(chosen -> log.connections().contains(chosen))));
    }

    private void filterDirection(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null) {
            logDirection.selectToggle(before);
            return;
        }
        filter(filter().withDirection(now.equals(logBoth)
                ? Optional.empty()
                : Optional.of(now.equals(logOut) ? Direction.OUT : Direction.IN)));
    }

    @FXML
    private void forgetTrail() {
        trail.forget();
    }

    @FXML
    private void copyHex() {
        bytes.copyHex();
    }

    @FXML
    private void copyText() {
        bytes.copyText();
    }

    @FXML
    private void clear() {
        log.clear();
    }
}
