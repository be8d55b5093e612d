package tincan.ui.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.ui.TailFollower;

/// The log's table: a row a socket call, TLS record or frame.
final class LogTableController {
    /// Under this many ems of width, only the columns one cannot do without are shown.
    private static final double NARROW_EMS = 54;
    /// Under this many, not even the time.
    private static final double SLIM_EMS = 40;
    private static final double PADDING_EMS = 1.4;
    /// Stands before the way of a row that is marked.
    private static final String MARK = "◆ ";
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.HOME, KeyCode.END);

    private final LogViewModel log;
    private final TrailViewModel trail;
    private final LogWords words;
    private final Text text;

    @FXML
    private StackPane logPlace;
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

    /// What is kept in view while the table's height changes, until the user moves.
    private @Nullable TraceEvent kept;

    LogTableController(LogViewModel log, TrailViewModel trail, Text text) {
        this.log = log;
        this.trail = trail;
        this.words = log.words();
        this.text = text;
    }

    @FXML
    private void initialize() {
        column(timeColumn, words::time, "time");
        column(connectionColumn, TraceEvent::connection, "connection");
        column(directionColumn, event -> event.direction().arrow(), "way");
        directionColumn.setCellFactory(_ -> new WayCell());
        column(nameColumn, words::name, "name");
        column(bytesColumn, words::bytes, "bytes");
        column(tookColumn, words::took, "took");
        column(meaningColumn, words::meaning, "meaning");
        logTable.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        logTable.setRowFactory(_ -> new Row());
        logTable.setItems(log.rows());
        logTable.widthProperty().subscribe((_, _) -> fit());
        logTail.fontProperty().subscribe((_, _) -> fit());
        logTable.addEventHandler(KeyEvent.KEY_RELEASED, this::chooseOnKey);
        logTable.heightProperty().subscribe((_, _) -> showKept());
        for (var moving : List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            logTable.addEventFilter(moving, _ -> kept = null);
        }
        WholeRows.keep(logTable, logPlace);
        log.veil().hidingProperty().subscribe((_, _) -> logTable.refresh());
        follow(new TailFollower(logTable));
    }

    private void follow(TailFollower follower) {
        logTail.visibleProperty().bind(follower.followingProperty().not());
        logTail.setOnAction(_ -> {
            kept = null;
            follower.followingProperty().set(true);
        });
        log.onPlaces((row, top) -> {
            top.ifPresent(first -> show(first, follower));
            select(row);
        });
    }

    private void show(TraceEvent top, TailFollower follower) {
        follower.hold();
        kept = top;
        showKept();
    }

    /// Now, and once more in the next pulse, when the table has the height that it will have.
    private void showKept() {
        scrollToKept();
        Scene scene = logTable.getScene();
        if (kept != null && scene != null) {
            scene.addPreLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePreLayoutPulseListener(this);
                    scrollToKept();
                }
            });
            Platform.requestNextPulse();
        }
    }

    private void scrollToKept() {
        if (kept != null) {
            logTable.scrollTo(log.indexOf(kept).orElse(0));
        }
    }

    /// Selects a row where it stands, without the focus.
    private void select(TraceEvent row) {
        log.indexOf(row).ifPresentOrElse(logTable.getSelectionModel()::clearAndSelect,
                logTable.getSelectionModel()::clearSelection);
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
        double em = logTail.getFont().getSize();
        boolean roomy = logTable.getWidth() > em * NARROW_EMS;
        connectionColumn.setVisible(roomy);
        tookColumn.setVisible(roomy);
        timeColumn.setVisible(logTable.getWidth() > em * SLIM_EMS);
        width(timeColumn, 7.2, em);
        width(connectionColumn, 9, em);
        width(directionColumn, 3.4, em);
        width(nameColumn, 7.5, em);
        width(bytesColumn, 4.5, em);
        width(tookColumn, 5, em);
        meaningColumn.setMinWidth(em * 8);
    }

    private static void width(TableColumn<?, ?> column, double ems, double em) {
        double width = Math.ceil((ems + PADDING_EMS) * em);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
    }

    private void chooseOnKey(KeyEvent key) {
        if (KEYS.contains(key.getCode())) {
            Optional.ofNullable(logTable.getSelectionModel().getSelectedItem()).ifPresent(trail::choose);
        }
    }

    /// A row that is chosen with a click, and tells whether it is marked.
    private final class Row extends TableRow<TraceEvent> {
        private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

        Row() {
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
            log.marksProperty().subscribe((_, _) -> showMark());
        }

        private void clicked(MouseEvent click) {
            if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
                trail.choose(getItem());
            }
        }

        @Override
        protected void updateItem(@Nullable TraceEvent event, boolean empty) {
            super.updateItem(event, empty);
            showMark();
        }

        private void showMark() {
            boolean marked = !isEmpty() && getItem() != null && log.marked(getItem());
            pseudoClassStateChanged(MARKED, marked);
            setAccessibleHelp(marked ? text.of("log.mark.accessible") : null);
        }
    }

    /// The cell that has the mark of its row.
    private final class WayCell extends Cell {
        WayCell() {
            super("way");
            log.marksProperty().subscribe((_, _) -> showMark());
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            showMark();
        }

        private void showMark() {
            TraceEvent event = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
            if (event != null) {
                setText((log.marked(event) ? MARK : "") + getItem());
            }
        }
    }

    /// A cell that is coloured by the way its row's bytes went.
    private static class Cell extends TableCell<TraceEvent, String> {
        private static final TraceEvent.What NOTHING = new TraceEvent.Note("");
        private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
        private static final PseudoClass IN = PseudoClass.getPseudoClass("in");
        private static final PseudoClass FRAMED = PseudoClass.getPseudoClass("framed");
        private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

        Cell(String kind) {
            getStyleClass().add("log-" + kind);
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setAccessibleText(empty ? null : words);
            TraceEvent event = empty || getTableRow() == null ? null : getTableRow().getItem();
            paint(event == null ? NOTHING : event.what());
        }

        private void paint(TraceEvent.What what) {
            pseudoClassStateChanged(OUT, what.direction() == Direction.OUT);
            pseudoClassStateChanged(IN, what.direction() == Direction.IN);
            pseudoClassStateChanged(FRAMED, what instanceof Framed || what instanceof FramesMoved);
            pseudoClassStateChanged(FAILED, what instanceof Failed);
        }
    }
}
