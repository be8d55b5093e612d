package tincan.ui.bytes;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import tincan.trace.Span;

/// A line of bytes: where it begins, hexadecimal digits, text, and the names of the frames that begin in it. Bytes of
/// one part stand on one ground.
///
/// Owner: the JavaFX thread.
final class HexCell extends ListCell<HexLine> {
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("title");
    /// The digits of an offset, and the blanks behind them.
    private static final int OFFSET_COLUMNS = 8;
    private static final int BYTE_COLUMNS = 3;
    private static final double MARK = 2;

    private final BytesViewModel model;
    private final Pane strip = new Pane();
    /// How wide a sign is.
    private double sign = 1;

    HexCell(BytesViewModel model) {
        this.model = model;
        getStyleClass().add("hex-cell");
        strip.setPickOnBounds(true);
        strip.setOnMousePressed(this::pressed);
        fontProperty().subscribe((_, _) -> draw());
        heightProperty().subscribe((_, _) -> draw());
        model.chosenProperty().subscribe((_, _) -> draw());
    }

    /// How many signs a line with so many bytes is wide, without the names of its frames.
    static int columns(int perLine) {
        return OFFSET_COLUMNS + perLine * (BYTE_COLUMNS + 1) + 1;
    }

    @Override
    protected void updateItem(@Nullable HexLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean title = false;
        if (!empty && line instanceof HexLine.Title heading) {
            title = true;
            setText(model.words().title(heading.section()));
        } else {
            setText(null);
        }
        pseudoClassStateChanged(TITLE, title);
        setGraphic(empty || title ? null : strip);
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private void draw() {
        if (isEmpty() || !(getItem() instanceof HexLine.Bytes line)) {
            strip.getChildren().clear();
            return;
        }
        Text probe = new Text("0".repeat(100));
        probe.setFont(getFont());
        sign = probe.getLayoutBounds().getWidth() / 100;
        strip.getChildren().clear();
        strip.setMinHeight(getHeight());
        write(String.format(Locale.ROOT, "%06x", line.offset()), 0, "offset");
        drawParts(line);
        setAccessibleText(line.section().hex(line.span()));
    }

    private void drawParts(HexLine.Bytes line) {
        Section section = line.section();
        StringBuilder names = new StringBuilder();
        for (int i = section.firstPart(line.span().from()); i < section.parts().size(); i++) {
            Part part = section.parts().get(i);
            if (part.span().from() >= line.span().end()) {
                break;
            }
            drawPart(line, part);
            boolean begins = part.span().from() == part.unit().span().from() && line.span().meets(first(part));
            if (begins && !part.unit().name().isEmpty()) {
                names.append(part.unit().name()).append("  ");
            }
        }
        write(names.toString(), textX(line) + sign * (line.perLine() + 2), "frame-names");
    }

    private static Span first(Part part) {
        return new Span(part.span().from(), 1);
    }

    private void drawPart(HexLine.Bytes line, Part part) {
        Span here = line.span().common(part.span());
        int column = (int) (here.from() - line.span().from());
        double x = hexX() + sign * BYTE_COLUMNS * column;
        ground(part, line.section(), x - sign / 2, sign * BYTE_COLUMNS * here.bytes());
        ground(part, line.section(), textX(line) + sign * column, sign * here.bytes());
        String style = ByteWords.style(part.role());
        write(line.section().hex(here), x, style);
        write(signs(line.section().bytes(here)), textX(line) + sign * column, style);
        if (here.from() == part.unit().span().from()) {
            mark(x - sign / 2);
        }
    }

    private void ground(Part part, Section section, double x, double width) {
        Region ground = new Region();
        ground.getStyleClass().addAll("part-ground", ByteWords.style(part.role()));
        ground.pseudoClassStateChanged(ODD, part.unit().index() % 2 != 0);
        ground.pseudoClassStateChanged(CHOSEN, model.chosenProperty().get()
                .filter(chosen -> chosen.part().equals(part) && chosen.section().equals(section)).isPresent());
        ground.resizeRelocate(x, 0, width, getHeight());
        ground.setManaged(false);
        strip.getChildren().add(ground);
    }

    private void write(String words, double x, String style) {
        Text text = new Text(x, getHeight() / 2, words);
        text.getStyleClass().addAll("part-words", style);
        text.setTextOrigin(VPos.CENTER);
        text.setManaged(false);
        strip.getChildren().add(text);
    }

    /// A frame begins here.
    private void mark(double x) {
        Region mark = new Region();
        mark.getStyleClass().add("part-mark");
        mark.resizeRelocate(x, 0, MARK, getHeight());
        mark.setManaged(false);
        strip.getChildren().add(mark);
    }

    private double hexX() {
        return sign * OFFSET_COLUMNS;
    }

    private double textX(HexLine.Bytes line) {
        return hexX() + sign * (line.perLine() * BYTE_COLUMNS + 1);
    }

    /// One sign a byte: itself where it is a printable one of ASCII, a point for any other.
    private static String signs(byte[] bytes) {
        StringBuilder signs = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            signs.append(each >= ' ' && each < 0x7f ? (char) each : '·');
        }
        return signs.toString();
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY && getItem() instanceof HexLine.Bytes line) {
            int column = press.getX() < textX(line)
                    ? (int) Math.floor((press.getX() - hexX() + sign / 2) / (sign * BYTE_COLUMNS))
                    : (int) Math.floor((press.getX() - textX(line)) / sign);
            if (column >= 0 && column < line.span().bytes()) {
                model.choose(line.section(), line.span().from() + column);
            }
        }
    }
}
