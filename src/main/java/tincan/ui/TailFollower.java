package tincan.ui;

import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the end of a long list in view while it grows, until the user looks elsewhere; and again from when the user
/// comes back to the end.
///
/// Owner: the JavaFX thread.
public final class TailFollower {
    private static final double TOLERANCE = 3;

    private final Control list;
    private final IntSupplier size;
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private @Nullable VirtualFlow<?> flow;

    public TailFollower(ListView<?> list) {
        this(list, () -> list.getItems().size());
    }

    public TailFollower(TableView<?> table) {
        this(table, () -> table.getItems().size());
    }

    private TailFollower(Control list, IntSupplier size) {
        this.list = list;
        this.size = size;
        list.skinProperty().subscribe(skin -> {
            if (skin != null) {
                attach();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, scroll -> {
            if (scroll.getDeltaY() > 0) {
                following.set(false);
            }
        });
        list.addEventHandler(KeyEvent.KEY_RELEASED, _ -> look());
        following.subscribe((_, now) -> {
            if (now) {
                toEnd();
            }
        });
    }

    private void attach() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
            found.positionProperty().subscribe((_, _) -> moved());
            found.lookupAll(".scroll-bar").stream().filter(ScrollBar.class::isInstance).forEach(bar -> {
                bar.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> following.set(false));
                bar.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> look());
            });
        }
        list.widthProperty().subscribe((_, _) -> stay());
        list.heightProperty().subscribe((_, _) -> stay());
        stay();
    }

    /// Whether the end is kept in view. Setting it goes there.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// The list has changed: goes to its end if that was in view.
    public void stay() {
        if (following.get()) {
            toEnd();
        }
    }

    /// The list is about to show `index`, so its end may go out of view.
    public void leave() {
        following.set(false);
    }

    private void toEnd() {
        VirtualFlow<?> shown = flow;
        if (shown != null && size.getAsInt() > 0) {
            shown.scrollTo(size.getAsInt() - 1);
            shown.setPosition(1);
            shown.requestLayout();
        }
    }

    private void moved() {
        if (!following.get() && atEnd()) {
            following.set(true);
        }
    }

    private void look() {
        following.set(atEnd());
    }

    private boolean atEnd() {
        VirtualFlow<?> shown = flow;
        if (shown == null || shown.getLastVisibleCell() == null) {
            return true;
        }
        var last = shown.getLastVisibleCell();
        return last.getIndex() >= size.getAsInt() - 1
                && last.getBoundsInParent().getMaxY() <= shown.getHeight() + TOLERANCE;
    }
}
