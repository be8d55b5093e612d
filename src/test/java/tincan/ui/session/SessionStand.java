package tincan.ui.session;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.SessionEvent;
import tincan.text.Text;
import tincan.ui.ControlMessages;
import tincan.ui.FakeFiles;
import tincan.ui.FxGate;
import tincan.ui.NoSound;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.log.LogTools;

/// A session's screen over a session that a test plays, in a scene dressed as the window dresses it. Made on the
/// JavaFX thread.
final class SessionStand {
    final FakeSession session;
    final SessionView view;
    final Scene scene;
    final FakeFiles files = new FakeFiles();

    SessionStand(FakeSession session, Look look, double width, double height) {
        this(session, look, width, height, Optional.empty());
    }

    SessionStand(FakeSession session, Look look, double width, double height, Optional<Path> saved) {
        ControlMessages.onlyWarnings();
        files.next = saved;
        this.session = session;
        SessionFeed feed = new SessionFeed();
        session.start(feed);
        view = new SessionView(new OpenSession(session, feed), Text.in(look.language()), new FxGate(),
                InstantSource.fixed(FakeSession.MORNING), SessionOptions.USUAL,
                new SessionTools(new LogTools(files, new SimpleBooleanProperty()), NoSound::new));
        scene = new Scene(new StackPane(view.root()), width, height);
        Application.setUserAgentStylesheet(
                (look.dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet("base"), sheet(look.dark() ? "dark" : "light"),
                sheet("text-" + look.percent())));
    }

    /// Shows it in the corner of the screen, connected and ready to write: the headless platform tells a wheel's place
    /// by the screen.
    void show(Stage stage) {
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(scene.getWidth());
        stage.setHeight(scene.getHeight());
        stage.show();
        view.focusComposer();
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
    }

    /// Waits until it is so, and the window shows it.
    static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// How the window looks.
    record Look(boolean dark, int percent, Locale language) {
        static final Look DAY = new Look(false, 100, Locale.ENGLISH);
        static final Look NIGHT = new Look(true, 100, Locale.ENGLISH);
    }

    private static String sheet(String name) {
        String path = "/tincan/ui/css/" + name + ".css";
        return Objects.requireNonNull(SessionStand.class.getResource(path), path).toExternalForm();
    }

    <N extends Node> N find(Class<N> type, String id) {
        return type.cast(Objects.requireNonNull(scene.getRoot().lookup("#" + id), id));
    }

    /// Waits until the conversation has so many rows.
    void awaitRows(int count) throws TimeoutException {
        await(() -> view.model().conversation().rows().size() == count);
    }
}
