package tincan.ui.shell;

import java.time.InstantSource;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import tincan.lab.Lesson;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.Navigator;
import tincan.ui.OpenSession;
import tincan.ui.OpenedRecording;
import tincan.ui.Screen;
import tincan.ui.Services;
import tincan.ui.bothends.BothEndsScreen;
import tincan.ui.help.HelpScreen;
import tincan.ui.lab.LabScreen;
import tincan.ui.lab.LessonScreen;
import tincan.ui.log.LogTools;
import tincan.ui.replay.ReplayScreen;
import tincan.ui.session.SessionOptions;
import tincan.ui.session.SessionTools;
import tincan.ui.session.SessionView;
import tincan.ui.settings.SettingsScreen;
import tincan.ui.start.StartScreen;

/// Makes the screens, in the language of the settings. On the JavaFX thread.
final class Screens {
    private final Services services;
    private final Navigator navigator;
    private final LogTools tools;

    Screens(Services services, Navigator navigator) {
        this.services = services;
        this.navigator = navigator;
        this.tools = new LogTools(services.files(), new SimpleBooleanProperty());
    }

    Screen start() {
        return new StartScreen(services, navigator, text());
    }

    Screen settings() {
        return new SettingsScreen(services, navigator, text());
    }

    Screen help() {
        return new HelpScreen(services.settings().get().enterSends(),
                services.settings().get().voice().key(), navigator, text());
    }

    Screen session(OpenSession open) {
        return new SessionScreen(open, view(open), navigator);
    }

    Screen bothEnds(BothEnds ends) {
        return new BothEndsScreen(ends, this::view, navigator, text());
    }

    Screen recording(OpenedRecording recording) {
        return new ReplayScreen(recording, tools, navigator, text(), services.fx());
    }

    Screen lab() {
        return new LabScreen(services.lessons(), navigator, text());
    }

    Screen lesson(Lesson lesson) {
        return new LessonScreen(lesson, services, tools, navigator, text());
    }

    private SessionView view(OpenSession open) {
        return new SessionView(open, text(), services.fx(),
                InstantSource.system(), SessionOptions.of(services.settings().get()),
                new SessionTools(tools, () -> services.sounds().chosen().apply(services.settings().get().voice())));
    }

    /// The same screen again, in the language that holds now.
    Screen again(Screen old) {
        return switch (old) {
            case StartScreen _ -> start();
            case SettingsScreen _ -> settings();
            case HelpScreen _ -> help();
            case LabScreen _ -> lab();
            case LessonScreen shown -> lesson(shown.lesson());
            case ReplayScreen replay -> recording(replay.opened());
            default -> old;
        };
    }

    private Text text() {
        return Text.in(services.settings().get().language().locale(Locale.getDefault()));
    }
}
