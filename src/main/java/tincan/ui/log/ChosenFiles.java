package tincan.ui.log;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Files that the user chooses in the system's own dialogs, over the window in front.
public final class ChosenFiles implements FileDialogs {
    private final Supplier<? extends List<Window>> windows;

    public ChosenFiles(Supplier<? extends List<Window>> windows) {
        this.windows = windows;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        Window owner = windows.get().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
