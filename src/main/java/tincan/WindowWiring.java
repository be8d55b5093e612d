package tincan;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.stage.Window;
import tincan.home.Home;
import tincan.home.RecentAddresses;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.home.UserName;
import tincan.home.VoiceSettings;
import tincan.lab.lesson.Lessons;
import tincan.session.SavedSessions;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.ui.ChosenFiles;
import tincan.ui.FxGate;
import tincan.ui.Places;
import tincan.ui.Resumable;
import tincan.ui.Services;
import tincan.ui.Sounds;
import tincan.ui.UserSettings;
import tincan.ui.shell.MainWindow;
import tincan.voice.audio.AudioDevices;
import tincan.voice.audio.Sound;
import tincan.voice.audio.SystemSound;

/// Builds the services behind the window.
final class WindowWiring {
    private final SavedSessions saved;
    private final Sessions sessions;
    private final FxGate fx = new FxGate();
    private final Executor background = work -> Thread.ofVirtual().name("window background").start(work);
    private final Text text = Text.in(Locale.getDefault());
    private final Home home;

    WindowWiring(Home home) {
        this.home = home;
        this.saved = new SavedSessions(home.sessions());
        this.sessions = new KeptSessions(new LiveSessions(), saved);
    }

    Services services() {
        background.execute(saved::forgetOlder);
        Settings usual = Settings.usual(UserName.ofAccount(System.getProperty("user.name", "")));
        UserSettings settings = new UserSettings(new SettingsStore(home, usual), background);
        return new Services(sessions, settings, places(), new ChosenFiles(Window::getWindows),
                new Lessons(home.lessons(), Clock.system(ZoneId.systemDefault())),
                new Sounds(WindowWiring::sound, AudioDevices::now), fx, background);
    }

    private static Sound sound(VoiceSettings chosen) {
        return new SystemSound(chosen.microphone(), chosen.loudspeaker());
    }

    private Places places() {
        return new Places(new RecentAddresses(home), new LanNearby(sessions),
                () -> saved.newest().map(this::resumable));
    }

    private Resumable resumable(SavedSessions.Saved dead) {
        return new Resumable(dead.title(), dead.written(), dead.members(), dead.options(text),
                () -> saved.forget(dead));
    }

    Rehearsal rehearsal(MainWindow window) {
        return new Rehearsal(window, sessions, fx, text);
    }
}
