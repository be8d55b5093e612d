package tincan.ui.lab.book;

import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;

/// A line of a program. The one that runs has a ground of its own and a sign in the margin.
final class LineCell extends ListCell<String> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final String SIGN = "▶";

    private final Text text;
    private final BooleanBinding marked;

    LineCell(Listing listing, Text text) {
        this.text = text;
        this.marked = indexProperty().isEqualTo(listing.markedProperty());
        marked.subscribe(_ -> show());
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    private void show() {
        boolean here = marked.get() && !isEmpty();
        pseudoClassStateChanged(MARKED, here);
        String line = Objects.requireNonNullElse(getItem(), "");
        setText(isEmpty() ? null : "%s %3d  %s".formatted(here ? SIGN : " ", getIndex() + 1, line));
        setAccessibleText(here ? text.of("lab.program.running", line) : line);
    }
}
