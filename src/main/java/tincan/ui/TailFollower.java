package tincan.ui;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
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
/// A list guesses the heights of rows it has not drawn, so that going to the end may fall short; this looks again after
/// each layout, a few times at most.
///
/// Owner: the JavaFX thread.
public final class TailFollower {
    private static final double TOLERANCE = 3;
    private static final int MOST_TRIES = 5;

    private final Control list;
    private final IntSupplier size;
    private final IntConsumer scrollTo;
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final Runnable afterLayout = this::settle;
    private @Nullable VirtualFlow<?> flow;
    private @Nullable Scene watched;
    private int tries;

    public TailFollower(ListView<?> list) {
        this(list, () -> list.getItems().size(), list::scrollTo);
    }

    public TailFollower(TableView<?> table) {
        this(table, () -> table.getItems().size(), table::scrollTo);
    }

    private TailFollower(Control list, IntSupplier size, IntConsumer scrollTo) {
        this.list = list;
        this.size = size;
        this.scrollTo = scrollTo;
        list.skinProperty().subscribe(skin -> {
            if (skin != null) {
                attach();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, scroll -> scrolled(scroll.getDeltaY()));
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

    /// The list is about to show another place than its end.
    public void leave() {
        following.set(false);
    }

    private void toEnd() {
        tries = 0;
        scrollToEnd();
        Scene scene = list.getScene();
        if (watched == null && scene != null) {
            watched = scene;
            scene.addPostLayoutPulseListener(afterLayout);
        }
    }

    private void scrollToEnd() {
        VirtualFlow<?> shown = flow;
        if (shown != null && size.getAsInt() > 0) {
            scrollTo.accept(size.getAsInt() - 1);
            shown.setPosition(1);
        }
    }

    private void settle() {
        tries++;
        if (following.get() && !atEnd() && tries < MOST_TRIES) {
            scrollToEnd();
        } else if (watched != null) {
            watched.removePostLayoutPulseListener(afterLayout);
            watched = null;
        }
    }

    private void scrolled(double up) {
        if (up > 0 && !allInView()) {
            following.set(false);
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

    private boolean allInView() {
        VirtualFlow<?> shown = flow;
        IndexedCell<?> first = shown == null ? null : shown.getFirstVisibleCell();
        return first == null || (first.getIndex() == 0 && first.getLayoutY() >= 0 && atEnd());
    }

    private boolean atEnd() {
        VirtualFlow<?> shown = flow;
        IndexedCell<?> last = shown == null ? null : shown.getLastVisibleCell();
        return shown == null || last == null
                || (last.getIndex() >= size.getAsInt() - 1
                        && last.getBoundsInParent().getMaxY() <= shown.getHeight() + TOLERANCE);
    }
}
