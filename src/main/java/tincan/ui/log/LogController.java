package tincan.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.TraceEvent;
import tincan.ui.TailFollower;

/// The log's table and its filters.
public final class LogController {
    private static final Duration TYPED = Duration.millis(150);
    /// Under this many ems of width, only the columns one cannot do without are shown.
    private static final double NARROW_EMS = 54;
    /// Under this many, not even the time.
    private static final double SLIM_EMS = 40;
    /// Under this many, the choices become a menu.
    private static final double CHOICES_EMS = 72;
    private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");
    private static final double PADDING_EMS = 1.4;

    private final LogViewModel log;
    private final LogWords words;
    private final Text text;
    private final FileDialogs dialogs;
    private final PauseTransition typed = new PauseTransition(TYPED);

    @FXML
    private HBox logBar;
    @FXML
    private MenuButton logFilters;
    @FXML
    private HBox logChoices;
    @FXML
    private StackPane logPlace;
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
    private Button logTail;
    @FXML
    private TableView<TraceEvent> logTable;
    @FXML
    private TableColumn<TraceEvent, String> timeColumn;
    @FXML
    private TableColumn<TraceEvent, String> connectionColumn;
    @FXML
    private TableColumn<TraceEvent, String> directionColumn;
    @FXML
    private TableColumn<TraceEvent, String> nameColumn;
    @FXML
    private TableColumn<TraceEvent, String> bytesColumn;
    @FXML
    private TableColumn<TraceEvent, String> tookColumn;
    @FXML
    private TableColumn<TraceEvent, String> meaningColumn;

    public LogController(LogViewModel log, Text text, FileDialogs dialogs) {
        this.log = log;
        this.words = log.words();
        this.text = text;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        initializeTable();
        initializeFilters();
        WholeRows.keep(logTable, logPlace);
        logStatus.textProperty().bind(log.statusProperty());
        logStatusTip.textProperty().bind(log.statusProperty());
        logPause.selectedProperty().bindBidirectional(log.pausedProperty());
        TailFollower follower = new TailFollower(logTable);
        logTail.visibleProperty().bind(follower.followingProperty().not());
        logTail.setOnAction(_ -> follower.followingProperty().set(true));
    }

    private void initializeTable() {
        column(timeColumn, words::time, "time");
        column(connectionColumn, TraceEvent::connection, "connection");
        column(directionColumn, event -> event.direction().arrow(), "way");
        column(nameColumn, words::name, "name");
        column(bytesColumn, words::bytes, "bytes");
        column(tookColumn, words::took, "took");
        column(meaningColumn, words::meaning, "meaning");
        logTable.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        logTable.setItems(log.rows());
        logTable.widthProperty().subscribe((_, _) -> fit());
        logStatus.fontProperty().subscribe((_, _) -> fit());
    }

    private static void column(TableColumn<TraceEvent, String> column, Function<TraceEvent, String> value,
            String kind) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())).getReadOnlyProperty());
        column.setCellFactory(_ -> new Cell(kind));
        column.setSortable(false);
        column.setReorderable(false);
    }

    /// Gives the columns their widths in the size of the text, and hides some where there is no room.
    private void fit() {
        double em = logStatus.getFont().getSize();
        fitBar(logTable.getWidth() / em);
        boolean roomy = logTable.getWidth() > em * NARROW_EMS;
        connectionColumn.setVisible(roomy);
        tookColumn.setVisible(roomy);
        timeColumn.setVisible(logTable.getWidth() > em * SLIM_EMS);
        width(timeColumn, 7.2, em);
        width(connectionColumn, 9, em);
        width(directionColumn, 2.4, em);
        width(nameColumn, 7.5, em);
        width(bytesColumn, 4.5, em);
        width(tookColumn, 5, em);
        meaningColumn.setMinWidth(em * 8);
    }

    private void fitBar(double ems) {
        boolean choices = ems >= CHOICES_EMS;
        logChoices.setVisible(choices);
        logChoices.setManaged(choices);
        logFilters.setVisible(!choices);
        logFilters.setManaged(!choices);
        logBar.pseudoClassStateChanged(SLIM, ems < SLIM_EMS);
    }

    private static void width(TableColumn<?, ?> column, double ems, double em) {
        double width = Math.ceil((ems + PADDING_EMS) * em);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
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
    private void clear() {
        log.clear();
    }

    @FXML
    private void export() {
        dialogs.save(text.of("log.export.title"), text.of("log.export.name")).ifPresent(log::export);
    }

    /// A cell that is coloured by the way its row's bytes went.
    private static final class Cell extends TableCell<TraceEvent, String> {
        private static final List<String> WAYS = List.of("way-out", "way-in", "way-none", "failed", "framed", "sealed");

        Cell(String kind) {
            getStyleClass().add("log-" + kind);
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setAccessibleText(empty ? null : words);
            getStyleClass().removeAll(WAYS);
            TraceEvent event = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (event != null) {
                paint(event);
            }
        }

        private void paint(TraceEvent event) {
            getStyleClass().add(switch (event.direction()) {
                case OUT -> "way-out";
                case IN -> "way-in";
                case NONE -> "way-none";
            });
            switch (event.what()) {
                case TraceEvent.Failed _ -> getStyleClass().add("failed");
                case TraceEvent.Framed _,TraceEvent.FramesMoved _ -> getStyleClass().add("framed");
                case TraceEvent.Sealed _ -> getStyleClass().add("sealed");
                case TraceEvent.Call _,TraceEvent.Note _ -> {
                }
            }
        }
    }
}
