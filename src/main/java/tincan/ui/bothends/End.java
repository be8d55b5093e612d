package tincan.ui.bothends;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.ui.ScreenAction;
import tincan.ui.session.SessionView;

/// One end of the line: a session and its pane. On the JavaFX thread.
record End(Session session, SessionView view) {

    boolean over() {
        return view.stateProperty().get() == LinkState.CLOSED;
    }

    /// Whether the focus is somewhere in its pane.
    boolean holds(Node focused) {
        return Stream.<Node>iterate(focused, Objects::nonNull, Node::getParent).anyMatch(view.root()::equals);
    }

    void perform(ScreenAction action, Runnable leave) {
        switch (action) {
            case COMPOSER -> view.focusComposer();
            case LOG -> view.toggleLog();
            case LEAVE -> leave.run();
        }
    }
}
