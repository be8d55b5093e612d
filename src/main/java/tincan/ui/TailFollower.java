package tincan.ui;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
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
    private final ObservableList<?> items;
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final Runnable beforeLayout = this::show;
    private final Runnable afterLayout = this::settle;
    private @Nullable VirtualFlow<?> flow;
    private @Nullable Scene watched;
    private int tries;
    /// Whether only the user ends that another place is shown.
    private boolean held;
    /// How many rows were cut off at the beginning since the last pulse.
    private int cut;

    /// Follows the end of a list that already has its items.
    public TailFollower(ListView<?> list) {
        this(list, list.getItems());
    }

    /// Follows the end of a table that already has its items.
    public TailFollower(TableView<?> table) {
        this(table, table.getItems());
    }

    private TailFollower(Control list, ObservableList<?> items) {
        this.list = list;
        this.items = items;
        items.addListener((ListChangeListener<Object>) this::changed);
        list.skinProperty().subscribe(skin -> {
            if (skin != null) {
                attach();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, scroll -> scrolled(scroll.getDeltaY()));
        list.addEventHandler(KeyEvent.KEY_RELEASED, _ -> look());
        following.subscribe((_, now) -> {
            if (now) {
                held = false;
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

    private void changed(ListChangeListener.Change<?> change) {
        while (change.next()) {
            if (change.wasRemoved() && !change.wasReplaced() && change.getFrom() == 0) {
                cut += change.getRemovedSize();
            }
        }
        if (following.get() || cut > 0) {
            toEnd();
        }
    }

    private void stay() {
        if (following.get()) {
            toEnd();
        }
    }

    /// The list is about to show another place than its end.
    public void leave() {
        following.set(false);
    }

    /// As [#leave], and stays there, even if the end is in view too, until the user moves.
    public void hold() {
        following.set(false);
        held = true;
    }

    private void toEnd() {
        tries = 0;
        arm();
    }

    /// Lets this look at the list in the next pulse: the list must have heard of its change before it can go to its new
    /// end, and must be laid out before it can be seen whether it is there.
    private void arm() {
        Scene scene = list.getScene();
        if (watched == null && scene != null) {
            watched = scene;
            scene.addPreLayoutPulseListener(beforeLayout);
            scene.addPostLayoutPulseListener(afterLayout);
            Platform.requestNextPulse();
        }
    }

    private void show() {
        VirtualFlow<?> shown = flow;
        if (shown == null || items.isEmpty()) {
            return;
        }
        if (following.get()) {
            showEnd(shown);
        } else if (cut > 0) {
            showSame(shown);
        }
        cut = 0;
    }

    private void showEnd(VirtualFlow<?> shown) {
        if (items.size() < shown.getCellCount()) {
            shown.setPosition(0);
        }
        list.layout();
        if (!atEnd()) {
            shown.scrollTo(items.size() - 1);
            shown.setPosition(1);
        }
    }

    /// Shows the same rows as before, though others were cut off above them.
    private void showSame(VirtualFlow<?> shown) {
        IndexedCell<?> first = shown.getFirstVisibleCell();
        int index = first == null ? 0 : Math.max(0, first.getIndex() - cut);
        double above = first == null ? 0 : first.getLayoutY();
        shown.setPosition(0);
        list.layout();
        shown.scrollToTop(index);
        shown.scrollPixels(-above);
        shown.requestLayout();
    }

    private void settle() {
        tries++;
        if (following.get() && !atEnd() && tries < MOST_TRIES) {
            Platform.requestNextPulse();
            return;
        }
        if (watched != null) {
            watched.removePreLayoutPulseListener(beforeLayout);
            watched.removePostLayoutPulseListener(afterLayout);
            watched = null;
        }
        if (!following.get() && !held && atEnd()) {
            following.set(true);
        }
    }

    private void scrolled(double up) {
        held = false;
        if (up > 0 && !allInView()) {
            following.set(false);
        }
    }

    private void moved() {
        if (!following.get()) {
            arm();
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
                || (last.getIndex() >= items.size() - 1
                        && last.getBoundsInParent().getMaxY() <= shown.getHeight() + TOLERANCE);
    }
}
