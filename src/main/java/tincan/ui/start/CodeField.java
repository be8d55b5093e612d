package tincan.ui.start;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// A field for a code, which offers to finish the word that is being typed. Arrow keys choose, Tab, Enter, the right
/// arrow or a click take, Esc closes; while nothing is offered these keys do what they always do.
///
/// Owner: the JavaFX thread.
public final class CodeField extends TextField {
    private static final int MOST_ROWS = 6;
    private static final double ROW_EMS = 2;

    private final ObservableList<String> offered = FXCollections.observableArrayList();
    private final ListView<String> list = new ListView<>(offered);
    private final Popup popup = new Popup();
    /// The first row in sight.
    private int top;
    private Consumer<String> taken = _ -> {
    };

    public CodeField() {
        getStyleClass().add("code-field");
        list.setId("codeCompletions");
        list.getStyleClass().add("completions");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> take());
        popup.getContent().add(list);
        popup.setHideOnEscape(false);
        popup.setAutoHide(true);
        popup.setConsumeAutoHidingEvents(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    /// Runs `action` with the completion that the user takes.
    void setOnTaken(Consumer<String> action) {
        taken = action;
    }

    /// What a screen reader says of the list.
    void setSpoken(String words) {
        list.setAccessibleText(words);
    }

    /// Offers these completions of what stands in the field.
    void offer(List<String> completions) {
        offered.setAll(completions);
        if (offered.isEmpty() || !isFocused()) {
            popup.hide();
            return;
        }
        double row = Math.ceil(getFont().getSize() * ROW_EMS);
        list.setFixedCellSize(row);
        list.setPrefSize(getWidth(), row * Math.min(MOST_ROWS, offered.size()) + list.getInsets().getTop() * 2 + 2);
        list.getSelectionModel().selectFirst();
        top = 0;
        list.scrollTo(top);
        Bounds place = localToScreen(getLayoutBounds());
        popup.show(this, place.getMinX(), place.getMaxY() + 2);
    }

    private void key(KeyEvent key) {
        if (popup.isShowing() && !key.isShiftDown() && handled(key)) {
            key.consume();
        }
    }

    private boolean handled(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case TAB, ENTER -> take();
            case RIGHT -> {
                if (getCaretPosition() < getLength()) {
                    return false;
                }
                take();
            }
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int step) {
        int now = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, offered.size());
        list.getSelectionModel().select(now);
        top = Math.clamp(top, Math.max(0, now - MOST_ROWS + 1), now);
        list.scrollTo(top);
        list.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private void take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            taken.accept(chosen);
            positionCaret(getLength());
        }
    }
}
