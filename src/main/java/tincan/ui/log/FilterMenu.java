package tincan.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// The log's choices as one menu, for a pane with no room to show them side by side. The controls it stands for keep
/// what is chosen; an item only sets them.
///
/// Owner: the JavaFX thread.
final class FilterMenu {
    /// Something is chosen, so that some rows are not shown.
    private static final PseudoClass FILTERING = PseudoClass.getPseudoClass("filtering");

    private final MenuButton button;
    private final List<MenuItem> items = new ArrayList<>();
    private boolean filtering;

    FilterMenu(MenuButton button) {
        this.button = button;
    }

    /// Shows what these controls offer and have chosen now.
    void show(ChoiceBox<?> connection, ToggleGroup directions, ChoiceBox<?> kind) {
        offer(connection);
        items.add(new SeparatorMenuItem());
        offer(directions);
        items.add(new SeparatorMenuItem());
        offer(kind);
        button.getItems().setAll(items);
        button.pseudoClassStateChanged(FILTERING, filtering);
    }

    /// The first of a choice is all there is.
    private <T> void offer(ChoiceBox<T> choice) {
        for (T value : choice.getItems()) {
            String words = choice.getConverter() == null
                    ? String.valueOf(value)
                    : choice.getConverter().toString(value);
            boolean chosen = value.equals(choice.getValue());
            add(words, chosen, () -> choice.setValue(value));
            filtering |= chosen && !value.equals(choice.getItems().getFirst());
        }
    }

    private void offer(ToggleGroup group) {
        for (var toggle : group.getToggles()) {
            if (toggle instanceof ToggleButton way) {
                add(way.getText(), way.isSelected(), () -> way.setSelected(true));
                filtering |= way.isSelected() && !way.equals(group.getToggles().getFirst());
            }
        }
    }

    private void add(String words, boolean chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(_ -> choose.run());
        items.add(item);
    }
}
