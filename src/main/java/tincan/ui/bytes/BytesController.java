package tincan.ui.bytes;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import tincan.ui.bytes.BytesViewModel.Chosen;
import tincan.ui.bytes.Part.Role;
import tincan.ui.control.Copying;
import tincan.ui.control.Visibility;

/// The list of bytes, its legend, and the line that names the part chosen.
public final class BytesController {
    /// Copies the bytes in hexadecimal where the list has the focus.
    public static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /// Under this many ems of width the legend stands below.
    private static final double LEGEND_EMS = 66;
    /// Under this many of height it does not stand there either, because the bytes need the room.
    private static final double LEGEND_HEIGHT_EMS = 8;
    /// How wide a sign of the list is, in ems.
    private static final double SIGN_EMS = 0.57;
    private static final double MARGIN_EMS = 2.4;
    private static final int PER_LINE = 16;
    private static final int PER_NARROW_LINE = 8;
    private static final double LEGEND_WIDTH_EMS = 15;

    private final BytesViewModel bytes;

    @FXML
    private BorderPane bytesPane;
    @FXML
    private ListView<HexLine> bytesList;
    @FXML
    private Label bytesEmpty;
    @FXML
    private Label bytesPart;
    @FXML
    private FlowPane bytesLegend;
    @FXML
    private ScrollPane bytesLegendPlace;

    private HexLines lines = new HexLines(List.of(), PER_LINE);

    public BytesController(BytesViewModel bytes) {
        this.bytes = bytes;
    }

    @FXML
    private void initialize() {
        bytesList.setCellFactory(_ -> new HexCell(bytes));
        bytesList.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        bytesEmpty.textProperty().bind(bytes.emptyProperty());
        bytes.sectionsProperty().subscribe(this::show);
        bytes.chosenProperty().subscribe(_ -> showChosen());
        bytesPane.widthProperty().subscribe(_ -> fit());
        bytesPane.heightProperty().subscribe(_ -> fit());
        bytesPart.fontProperty().subscribe(_ -> fit());
    }

    private void show(List<Section> sections) {
        lines = new HexLines(sections, perLine());
        bytesList.setItems(FXCollections.observableList(lines));
        bytesList.scrollTo(0);
        showChosen();
        showLegend();
    }

    private int perLine() {
        double em = bytesPart.getFont().getSize();
        double room = bytesPane.getWidth() - em * (MARGIN_EMS + (beside() ? LEGEND_WIDTH_EMS : 0));
        return room >= em * SIGN_EMS * HexCell.columns(PER_LINE) ? PER_LINE : PER_NARROW_LINE;
    }

    private boolean beside() {
        return bytesPane.getWidth() >= bytesPart.getFont().getSize() * LEGEND_EMS;
    }

    private void showChosen() {
        bytesPart.setText(bytes.told());
        bytesList.setAccessibleHelp(bytes.told());
        bytes.chosenProperty().get().ifPresent(this::reveal);
    }

    private void reveal(Chosen chosen) {
        int line = lines.indexOf(chosen.section(), chosen.part().span().from());
        bytesList.getSelectionModel().select(line);
    }

    private void showLegend() {
        bytesLegend.getChildren().setAll(bytes.roles().stream().map(this::legend).toList());
        String more = bytes.legendProperty().get();
        if (!more.isEmpty()) {
            for (String words : more.split("\n", -1)) {
                Label label = new Label(words);
                label.getStyleClass().add("tc-muted");
                label.setWrapText(true);
                bytesLegend.getChildren().add(label);
            }
        }
        fit();
    }

    private Node legend(Role role) {
        Region ground = new Region();
        ground.getStyleClass().addAll("part-ground", "legend-ground", ByteWords.style(role));
        Label label = new Label(bytes.words().legend(role), ground);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void fit() {
        double em = bytesPart.getFont().getSize();
        boolean beside = beside();
        if (beside != bytesLegendPlace.equals(bytesPane.getRight())) {
            bytesPane.setTop(null);
            bytesPane.setRight(null);
            bytesLegendPlace.setContent(beside ? bytesLegend : null);
            if (beside) {
                bytesPane.setRight(bytesLegendPlace);
            } else {
                bytesPane.setTop(bytesLegend);
            }
        }
        boolean some = !bytesLegend.getChildren().isEmpty();
        Visibility.set(bytesLegendPlace, some);
        Visibility.set(bytesLegend, some && (beside || bytesPane.getHeight() >= em * LEGEND_HEIGHT_EMS));
        bytesLegendPlace.setPrefWidth(Math.ceil(em * LEGEND_WIDTH_EMS));
        if (!lines.isEmpty() && lines.perLine() != perLine()) {
            show(bytes.sectionsProperty().get());
        }
    }

    private void onKey(KeyEvent key) {
        if (COPY.match(key)) {
            copyHex();
        } else if (key.getCode() == KeyCode.LEFT && !key.isShortcutDown()) {
            step(-1);
        } else if (key.getCode() == KeyCode.RIGHT && !key.isShortcutDown()) {
            step(1);
        } else {
            return;
        }
        key.consume();
    }

    private void step(int by) {
        bytes.step(by);
        bytesList.scrollTo(Math.max(0, bytesList.getSelectionModel().getSelectedIndex() - 1));
    }

    /// Copies the part chosen, or everything, as hexadecimal digits.
    public void copyHex() {
        Copying.put(bytes.hex());
    }

    /// Copies the same as text.
    public void copyText() {
        Copying.put(bytes.plainText());
    }
}
