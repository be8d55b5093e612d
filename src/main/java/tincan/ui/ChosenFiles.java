package tincan.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Files that the user chooses in the system's own dialogs, over the window in front.
public final class ChosenFiles implements FileDialogs {
    private final Supplier<? extends List<Window>> windows;

    public ChosenFiles(Supplier<? extends List<Window>> windows) {
        this.windows = windows;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner())).map(File::toPath);
    }

    @Override
    public Optional<Path> open(String title) {
        return Optional.ofNullable(chooser(title).showOpenDialog(owner())).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private @Nullable Window owner() {
        return windows.get().stream().filter(Window::isFocused).findFirst().orElse(null);
    }
}
