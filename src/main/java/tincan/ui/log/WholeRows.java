package tincan.ui.log;

import javafx.geometry.Insets;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Keeps a table as high as a whole number of its rows, so that none is cut in half while the end is in view. What is
/// left of the height stays empty below it.
///
/// Owner: the JavaFX thread.
final class WholeRows {
    private final TableView<?> table;
    private final StackPane place;

    private WholeRows(TableView<?> table, StackPane place) {
        this.table = table;
        this.place = place;
    }

    /// Keeps `table` so in `place`, which it fills otherwise.
    static void keep(TableView<?> table, StackPane place) {
        WholeRows rows = new WholeRows(table, place);
        place.heightProperty().subscribe((_, _) -> rows.fit());
        table.fixedCellSizeProperty().subscribe((_, _) -> rows.fit());
        table.skinProperty().subscribe(skin -> {
            if (skin != null && table.lookup(".column-header-background") instanceof Region header) {
                header.heightProperty().subscribe((_, _) -> rows.fit());
            }
        });
    }

    private void fit() {
        double row = table.getFixedCellSize();
        if (row > 0 && table.lookup(".column-header-background") instanceof Region header && header.getHeight() > 0) {
            double room = place.getHeight() - header.getHeight();
            StackPane.setMargin(table, room > row ? new Insets(0, 0, Math.floor(room % row), 0) : Insets.EMPTY);
        }
    }
}
