package tincan.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A few choices beside each other, one of which holds. Each is a button of its own that Tab reaches; its id is this
/// control's with the choice's name behind it.
///
/// @param <T> what is chosen from
public final class SegmentedChoice<T extends Enum<T>> extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    public SegmentedChoice() {
        getStyleClass().add("segmented-choice");
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
    }

    /// Shows `choices`, with `chosen` on.
    ///
    /// @param chosenNow is told what the user chooses
    public void offer(List<T> choices, T chosen, Function<T, String> words, Consumer<T> chosenNow) {
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setId(getId() + "-" + choice.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(choice == chosen);
            button.setUserData(choice);
            button.getStyleClass().add(pill(choices.indexOf(choice), choices.size()));
            button.setOnAction(_ -> chosenNow.accept(choice));
            getChildren().add(button);
        }
    }

    /// Shows that `choice` holds, and tells nobody.
    public void choose(T choice) {
        group.getToggles().stream().filter(toggle -> choice.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    /// Puts a picture before the words of each choice.
    public void adorn(Function<T, Node> picture) {
        for (Toggle toggle : group.getToggles()) {
            if (toggle instanceof ToggleButton button) {
                button.setGraphic(picture.apply(choiceOf(button)));
            }
        }
    }

    @SuppressWarnings("unchecked") // set by offer, and by nobody else
    private T choiceOf(ToggleButton button) {
        return (T) button.getUserData();
    }

    private static String pill(int index, int count) {
        if (index == 0) {
            return "left-pill";
        }
        return index == count - 1 ? "right-pill" : "center-pill";
    }
}
