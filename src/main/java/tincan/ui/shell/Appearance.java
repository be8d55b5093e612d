package tincan.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;
import tincan.home.Settings;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.ui.UserSettings;

/// Keeps the look of a scene as the user, or the system, wants it. On the JavaFX thread.
final class Appearance {
    private final Scene scene;
    private final UserSettings settings;
    private Subscription watch = Subscription.EMPTY;

    Appearance(Scene scene, UserSettings settings) {
        this.scene = scene;
        this.settings = settings;
    }

    /// Dresses the scene now and after each change.
    void apply() {
        watch = Subscription.combine(settings.property().subscribe(this::dress),
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress(settings.get())));
    }

    void close() {
        watch.unsubscribe();
    }

    /// Takes the other theme, and stays with it.
    void toggle() {
        Theme other = dark(settings.get().theme()) ? Theme.LIGHT : Theme.DARK;
        settings.change(now -> now.withTheme(other));
    }

    private void dress(Settings now) {
        boolean dark = dark(now.theme());
        String theme = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        List<String> sheets = Stream.of("base", dark ? "dark" : "light", "text-" + scale(now).percent())
                .map(Appearance::sheet).toList();
        if (!theme.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme);
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    private static TextScale scale(Settings now) {
        return now.projector() ? now.textScale().forProjector() : now.textScale();
    }

    private static boolean dark(Theme theme) {
        return switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        String path = "/tincan/ui/css/" + name + ".css";
        URL place = Objects.requireNonNull(Appearance.class.getResource(path), path);
        return place.toExternalForm();
    }
}
