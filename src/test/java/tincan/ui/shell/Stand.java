package tincan.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import javafx.stage.Window;
import tincan.home.Home;
import tincan.home.RecentAddresses;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.lab.lesson.Lessons;
import tincan.session.Sessions;
import tincan.ui.ChosenFiles;
import tincan.ui.FakeFiles;
import tincan.ui.FakeNearby;
import tincan.ui.FileDialogs;
import tincan.ui.FxGate;
import tincan.ui.NoSound;
import tincan.ui.Places;
import tincan.ui.Resumable;
import tincan.ui.Services;
import tincan.ui.UserSettings;

/// A window on a stage of a test's, with a folder of its own.
final class Stand {
    final CountDownLatch closed = new CountDownLatch(1);
    final SettingsStore store;
    final RecentAddresses recent;
    final UserSettings settings;
    final Services services;
    final FakeNearby nearby = new FakeNearby();
    /// What is asked for when a start screen is made.
    volatile Optional<Resumable> resumable = Optional.empty();
    final FakeFiles files;
    final MainWindow window;

    Stand(Stage stage, Path folder, Settings usual, Sessions sessions, String... joinedBefore) {
        FakeFiles fake = new FakeFiles();
        this(stage, folder, usual, sessions, fake, fake, joinedBefore);
    }

    /// With the dialogs of the desktop.
    static Stand withDialogs(Stage stage, Path folder, Settings usual, Sessions sessions) {
        return new Stand(stage, folder, usual, sessions, new FakeFiles(), new ChosenFiles(Window::getWindows));
    }

    private Stand(Stage stage, Path folder, Settings usual, Sessions sessions, FakeFiles files,
            FileDialogs dialogs, String... joinedBefore) {
        this.files = files;
        Home home = Home.below(folder);
        this.store = new SettingsStore(home, usual);
        this.recent = new RecentAddresses(home);
        for (String address : joinedBefore) {
            recent.add(address);
        }
        this.settings = new UserSettings(store, Thread::startVirtualThread);
        this.services = new Services(sessions, settings, new Places(recent, nearby, () -> resumable), dialogs,
                new Lessons(home.lessons(), Clock.system(ZoneId.systemDefault())), NoSound.SOUNDS,
                new FxGate(),
                Thread::startVirtualThread);
        this.window = new MainWindow(stage, services, closed::countDown);
    }
}
