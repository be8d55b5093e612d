package tincan.ui.bothends;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import tincan.home.Settings;
import tincan.session.Session;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.OpenSession;
import tincan.ui.Screen;
import tincan.ui.ScreenAction;
import tincan.ui.session.SessionOptions;
import tincan.ui.session.SessionView;

/// A host and a guest, each as if it had a window of its own.
///
/// Who leaves at one end stays to see what the other end shows; who leaves there once more goes back to the start.
public final class BothEndsScreen implements Screen {
    private final End host;
    private final End guest;
    private final Navigator navigator;
    private final Text text;
    private final Parent root;

    /// @param views makes the pane of a session
    public BothEndsScreen(BothEnds ends, Function<OpenSession, SessionView> views, Navigator navigator, Text text) {
        this.host = new End(ends.host().session(), views.apply(ends.host()));
        this.guest = new End(ends.guest().session(), views.apply(ends.guest()));
        this.navigator = navigator;
        this.text = text;
        this.root = FxmlFile.BOTH_ENDS.load(text.bundle(),
                new BothEndsController(host.view().root(), guest.view().root(), navigator));
        both().forEach(end -> end.view().setOnLeave(() -> leave(end)));
        host.view().seeFar(guest.session());
        guest.view().seeFar(host.session());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty(text.of("both.heading"));
    }

    @Override
    public void shown() {
        host.view().focusComposer();
    }

    @Override
    public void perform(ScreenAction action) {
        End end = focused();
        end.perform(action, () -> leave(end));
    }

    @Override
    public void settingsChanged(Settings now) {
        both().forEach(end -> end.view().setOptions(SessionOptions.of(now)));
    }

    @Override
    public List<Session> sessions() {
        return List.of(guest.session(), host.session());
    }

    /// Both are asked, and so both say what they have.
    @Override
    public boolean mayGo() {
        return both().stream().filter(end -> !end.view().mayLeave()).count() == 0;
    }

    @Override
    public void close() {
        both().forEach(end -> end.view().close());
    }

    private List<End> both() {
        return List.of(host, guest);
    }

    private End focused() {
        Scene scene = root.getScene();
        @Nullable
        Node owner = scene == null ? null : scene.getFocusOwner();
        return owner != null && guest.holds(owner) ? guest : host;
    }

    private void leave(End end) {
        if (end.over()) {
            navigator.showStart();
        } else if (end.view().mayLeave()) {
            navigator.leave(end.session());
        }
    }
}
