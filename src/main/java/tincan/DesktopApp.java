package tincan;

import static java.lang.System.Logger.Level.ERROR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import tincan.home.Home;
import tincan.ui.ControlMessages;
import tincan.ui.shell.MainWindow;

/// The program with a window. Its arguments: `--home=DIR` keeps its files below that folder; `--rehearse` walks through
/// the window once and closes it; a link `tincan://…` fills in where one can join, and is told to nobody else.
public final class DesktopApp extends Application {
    private static final System.Logger LOG = System.getLogger(DesktopApp.class.getName());

    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void init() {
        ControlMessages.onlyWarnings();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.log(ERROR, "Failed on thread " + thread.getName(), failure));
    }

    @Override
    public void start(Stage stage) throws IOException {
        // the window hides first and leaves its sessions then
        Platform.setImplicitExit(false);
        boolean rehearsing = getParameters().getUnnamed().contains("--rehearse");
        WindowWiring wiring = new WindowWiring(rehearsing ? scratch() : home());
        MainWindow window = new MainWindow(stage, wiring.services(), Platform::exit);
        window.open();
        link().ifPresent(window::showLink);
        if (rehearsing) {
            wiring.rehearsal(window).begin();
        }
    }

    private Optional<String> link() {
        return getParameters().getUnnamed().stream().filter(TincanCommand::isLink).findFirst();
    }

    private Home home() {
        String folder = getParameters().getNamed().getOrDefault("home", "");
        return folder.isEmpty() ? Home.ofProcess() : Home.below(Path.of(folder));
    }

    /// A rehearsal reads and writes no settings of the user's, and leaves nothing behind.
    private static Home scratch() throws IOException {
        Path folder = Files.createTempDirectory("tincan-rehearsal");
        Stream.of("", "config", "config/settings.properties")
                .forEach(written -> folder.resolve(written).toFile().deleteOnExit());
        return Home.below(folder);
    }
}
