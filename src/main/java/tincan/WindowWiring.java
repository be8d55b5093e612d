package tincan;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import tincan.home.Home;
import tincan.home.RecentAddresses;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.home.UserName;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.ui.FxGate;
import tincan.ui.Places;
import tincan.ui.Services;
import tincan.ui.UserSettings;
import tincan.ui.shell.MainWindow;

/// Builds the services behind the window.
final class WindowWiring {
    private final Sessions sessions = new LiveSessions();
    private final FxGate fx = new FxGate();
    private final Executor background = work -> Thread.ofVirtual().name("window background").start(work);
    private final Home home;

    WindowWiring(Home home) {
        this.home = home;
    }

    Services services() {
        Settings usual = Settings.usual(UserName.ofAccount(System.getProperty("user.name", "")));
        UserSettings settings = new UserSettings(new SettingsStore(home, usual), background);
        return new Services(sessions, settings, places(), fx, background);
    }

    private Places places() {
        return new Places(new RecentAddresses(home), new LanNearby(sessions), Optional::empty);
    }

    Rehearsal rehearsal(MainWindow window) {
        return new Rehearsal(window, sessions, fx, Text.in(Locale.getDefault()));
    }
}
