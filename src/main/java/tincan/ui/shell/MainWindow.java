package tincan.ui.shell;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tincan.home.Settings;
import tincan.lab.Lesson;
import tincan.session.Session;
import tincan.ui.BothEnds;
import tincan.ui.control.Popups;
import tincan.ui.Farewells;
import tincan.ui.Navigator;
import tincan.ui.OpenSession;
import tincan.ui.OpenedRecording;
import tincan.ui.ScreenAction;
import tincan.ui.Services;
import tincan.ui.Shortcut;
import tincan.ui.start.StartScreen;

/// The window and the ways between its screens. On the JavaFX thread.
public final class MainWindow implements Navigator {
    /// How long a closed window waits for its sessions to be left.
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Stage stage;
    private final Services services;
    private final Runnable closed;
    private final Layers layers = new Layers();
    private final Spotlight spotlight = new Spotlight();
    private final Scene scene = new Scene(new StackPane(layers.pane(), spotlight.pane()));
    private final Screens screens;
    private final Appearance appearance;
    private final WindowMemory memory;
    private final Farewells farewells;

    /// @param closed runs when the window is closed and its sessions are left
    public MainWindow(Stage stage, Services services, Runnable closed) {
        this.stage = stage;
        this.services = services;
        this.closed = closed;
        this.screens = new Screens(services, this);
        this.appearance = new Appearance(scene, services.settings());
        this.memory = new WindowMemory(stage, services.settings());
        this.farewells = new Farewells(services.background());
    }

    /// Shows the window with the start screen, laid out and dressed before the first frame.
    public void open() {
        appearance.apply();
        installKeys();
        spotlight.follow(scene);
        stage.getIcons().setAll(icons());
        stage.titleProperty().bind(layers.titleProperty());
        stage.setScene(scene);
        stage.setOnCloseRequest(request -> {
            request.consume();
            quit();
        });
        memory.restore();
        layers.replaceAll(screens.start());
        services.settings().property().subscribe(this::settingsChanged);
        layers.pane().applyCss();
        layers.pane().layout();
        stage.show();
        memory.watch();
        layers.front().shown();
    }

    /// Closes the window, unless something would be lost that nobody was asked about yet.
    private void quit() {
        if (layers.mayGo()) {
            close();
        }
    }

    /// Hides the window at once, then leaves its sessions politely.
    public void close() {
        memory.keep();
        Popups.hide(stage);
        stage.hide();
        appearance.close();
        leaveSessions();
        layers.closeAll();
        services.background().execute(() -> {
            services.settings().saveNow();
            farewells.await(FAREWELL);
            services.fx().execute(closed);
        });
    }

    /// Fills in what a link from outside says, where one can join; joining waits for a click.
    public void showLink(String link) {
        if (layers.front() instanceof StartScreen start) {
            start.openLink(link);
        }
    }

    @Override
    public void showStart() {
        if (layers.mayGo()) {
            leaveSessions();
            layers.replaceAll(screens.start());
        }
    }

    @Override
    public void showHost() {
        showStart();
        if (layers.front() instanceof StartScreen start) {
            start.focusHost();
        }
    }

    @Override
    public void showSession(OpenSession session) {
        leaveSessions();
        layers.replaceAll(screens.session(session));
    }

    @Override
    public void showBothEnds(BothEnds ends) {
        leaveSessions();
        layers.replaceAll(screens.bothEnds(ends));
    }

    @Override
    public void showRecording(OpenedRecording recording) {
        leaveSessions();
        layers.replaceAll(screens.recording(recording));
    }

    @Override
    public void showLab() {
        leaveSessions();
        layers.replaceAll(screens.lab());
    }

    @Override
    public void showLesson(Lesson lesson) {
        leaveSessions();
        layers.replaceAll(screens.lesson(lesson));
    }

    @Override
    public void leave(Session session) {
        farewells.leave(session);
    }

    @Override
    public void showSettings() {
        if (layers.veiled()) {
            layers.pop();
        }
        if (!layers.stacked()) {
            layers.push(screens.settings(), true);
        }
    }

    @Override
    public void showHelp() {
        if (!layers.veiled()) {
            layers.push(screens.help(), false);
        }
    }

    @Override
    public void back() {
        if (layers.stacked()) {
            layers.pop();
        }
    }

    @Override
    public void toggleTheme() {
        appearance.toggle();
    }

    private void perform(Shortcut shortcut) {
        switch (shortcut) {
            case COMPOSER -> layers.front().perform(ScreenAction.COMPOSER);
            case LOG -> layers.front().perform(ScreenAction.LOG);
            case LEAVE -> layers.front().perform(ScreenAction.LEAVE);
            case SETTINGS -> showSettings();
            case THEME -> toggleTheme();
            case HELP -> showHelp();
            case PROJECTOR -> services.settings().change(now -> now.withProjector(!now.projector()));
            case POINT -> spotlight.toggle();
            case QUIT -> quit();
            case BACK -> back();
            case FIND, OVER, STEP -> throw new IllegalArgumentException("a screen's own key");
        }
    }

    private void installKeys() {
        for (Shortcut shortcut : EnumSet
                .complementOf(EnumSet.of(Shortcut.FIND, Shortcut.OVER, Shortcut.STEP, Shortcut.BACK))) {
            scene.getAccelerators().put(shortcut.keys(), () -> perform(shortcut));
        }
        // a field may have a use for Esc of its own, and consumes it then
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (Shortcut.BACK.keys().match(key)) {
                perform(Shortcut.BACK);
            }
        });
    }

    private void settingsChanged(Settings before, Settings now) {
        layers.settingsChanged(now);
        if (before.language() != now.language()) {
            layers.renew(screens::again);
        }
    }

    private static List<Image> icons() {
        return IntStream.of(16, 24, 32, 48, 64, 128, 256)
                .mapToObj(size -> MainWindow.class.getResource("/tincan/assets/icon/tincan-" + size + ".png"))
                .filter(Objects::nonNull).map(icon -> new Image(icon.toExternalForm())).toList();
    }

    private void leaveSessions() {
        layers.sessions().forEach(farewells::leave);
    }
}
