package tincan.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.home.Settings;
import tincan.session.Session;
import tincan.ui.Navigator;
import tincan.ui.OpenSession;
import tincan.ui.Screen;
import tincan.ui.ScreenAction;
import tincan.ui.session.SessionOptions;
import tincan.ui.session.SessionView;

/// One session in the whole window.
final class SessionScreen implements Screen {
    private final Session session;
    private final SessionView view;
    private final Navigator navigator;

    SessionScreen(OpenSession open, SessionView view, Navigator navigator) {
        this.session = open.session();
        this.view = view;
        this.navigator = navigator;
        view.setOnLeave(navigator::showStart);
        view.offer(navigator::showHelp, navigator::showSettings);
    }

    @Override
    public Parent root() {
        return view.root();
    }

    /// The session's title, and how much nobody has seen yet.
    @Override
    public ObservableValue<String> titleProperty() {
        return Bindings.createStringBinding(this::windowTitle, view.titleProperty(), view.unreadProperty());
    }

    @Override
    public void shown() {
        view.focusComposer();
    }

    @Override
    public void perform(ScreenAction action) {
        switch (action) {
            case COMPOSER -> view.focusComposer();
            case LOG -> view.toggleLog();
            case LEAVE -> navigator.showStart();
        }
    }

    @Override
    public void settingsChanged(Settings now) {
        view.setOptions(SessionOptions.of(now));
    }

    @Override
    public List<Session> sessions() {
        return List.of(session);
    }

    @Override
    public boolean mayGo() {
        return view.mayLeave();
    }

    @Override
    public void close() {
        view.close();
    }

    private String windowTitle() {
        int unread = view.unreadProperty().get();
        return (unread > 0 ? "(" + unread + ") " : "") + view.titleProperty().get();
    }
}
