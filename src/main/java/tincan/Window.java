package tincan;

import java.util.List;
import java.util.Map;

/// The way from the terminal to the window. Only who opens it loads JavaFX.
final class Window {
    private final Terminal terminal;

    Window(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Opens the window and stays until it is closed.
    Exit open(List<String> arguments) {
        if (!displayNamed(System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform", ""))) {
            return noDisplay();
        }
        try {
            DesktopApp.main(arguments.toArray(String[]::new));
            return Exit.OK;
        } catch (UnsupportedOperationException _) {
            return noDisplay();
        }
    }

    /// Whether there is a display to be tried. Only Linux names it in the environment.
    static boolean displayNamed(Map<String, String> environment, String system, String glassPlatform) {
        return !system.equals("Linux") || glassPlatform.equals("Headless")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private Exit noDisplay() {
        terminal.complain(terminal.text().of("cli.no-display"));
        return Exit.USAGE;
    }
}
