package tincan;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executor;
import tincan.home.Home;
import tincan.home.RecentAddresses;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.home.UserName;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.Session;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.FxGate;
import tincan.ui.Services;
import tincan.ui.SessionFactory;
import tincan.ui.UserSettings;
import tincan.ui.shell.MainWindow;

/// Builds the services behind the window.
final class WindowWiring implements SessionFactory {
    private final FxGate fx = new FxGate();
    private final Executor background = work -> Thread.ofVirtual().name("window background").start(work);
    private final Home home;

    WindowWiring(Home home) {
        this.home = home;
    }

    Services services() {
        Settings usual = Settings.usual(UserName.ofAccount(System.getProperty("user.name", "")));
        UserSettings settings = new UserSettings(new SettingsStore(home, usual), background);
        return new Services(this, settings, new RecentAddresses(home), fx, background);
    }

    Rehearsal rehearsal(MainWindow window) {
        return new Rehearsal(window, this, fx, Text.in(Locale.getDefault()));
    }

    @Override
    public Session host(HostOptions options) {
        return new HostSession(options, newLog());
    }

    @Override
    public Session join(GuestOptions options) {
        return new GuestSession(options, newLog());
    }

    private static EventLog newLog() {
        return new EventLog(EventLog.DEFAULT_CAPACITY, InstantSource.system());
    }
}
