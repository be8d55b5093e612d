package tincan.ui.talk;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import tincan.ui.control.Visibility;
import tincan.ui.talk.PushToTalk.Hand;

/// The keys that talk: the one of the settings wherever the focus is in a session's pane, and Space where it writes and
/// presses nothing. They are let go when the window loses the focus, or another screen covers the pane or what it is in.
///
/// Owner: the JavaFX thread.
public final class TalkKeys {
    private final Node pane;
    private final PushToTalk push;
    private final boolean first;
    private final EventHandler<KeyEvent> onKey = this::onKey;
    private final Subscription scenes;
    private final Subscription focus;
    private KeyCode talkKey = KeyCode.F8;

    /// @param pane where the focus must be
    /// @param first whether a key is meant for this pane when the focus is nowhere
    public TalkKeys(Node pane, PushToTalk push, boolean first) {
        this.pane = pane;
        this.push = push;
        this.first = first;
        this.scenes = pane.sceneProperty().subscribe(this::moved);
        var window = pane.sceneProperty().flatMap(Scene::windowProperty);
        this.focus = Subscription.combine(Visibility.seen(pane).subscribe(this::seen),
                window.flatMap(Window::focusedProperty).orElse(false).subscribe(this::seen));
        moved(null, pane.getScene());
    }

    private void seen(boolean now) {
        if (!now) {
            push.loseSight();
        }
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.ANY, onKey);
            push.loseSight();
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.ANY, onKey);
        }
    }

    /// The key that talks besides Space.
    public void setKey(KeyCode now) {
        if (now != talkKey) {
            talkKey = now;
            push.loseSight();
        }
    }

    private void onKey(KeyEvent key) {
        if (key.getEventType() == KeyEvent.KEY_RELEASED) {
            released(key.getCode());
        } else if (key.getEventType() == KeyEvent.KEY_PRESSED && plain(key) && meant()) {
            pressed(key);
        }
    }

    /// Wherever the focus is by now.
    private void released(KeyCode code) {
        if (code == talkKey) {
            push.release(Hand.KEY);
        } else if (code == KeyCode.SPACE) {
            push.release(Hand.SPACE);
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == talkKey) {
            push.press(Hand.KEY);
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE && free(owner())) {
            push.press(Hand.SPACE);
            key.consume();
        }
    }

    private static boolean plain(KeyEvent key) {
        return !key.isAltDown() && !key.isControlDown() && !key.isMetaDown() && !key.isShiftDown();
    }

    private @Nullable Node owner() {
        Scene scene = pane.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private boolean meant() {
        @Nullable
        Node owner = owner();
        return owner == null
                ? first
                : Stream.<Node>iterate(owner, Objects::nonNull, Node::getParent).anyMatch(pane::equals);
    }

    /// Whether Space would neither write nor press anything there.
    private static boolean free(@Nullable Node owner) {
        return switch (owner) {
            case HoldButton _ -> true;
            case TextInputControl _,ButtonBase _,ComboBoxBase<?> _,ChoiceBox<?> _ -> false;
            case null, default -> true;
        };
    }

    /// Lets go of the keys.
    public void close() {
        scenes.unsubscribe();
        focus.unsubscribe();
        moved(pane.getScene(), null);
    }
}
