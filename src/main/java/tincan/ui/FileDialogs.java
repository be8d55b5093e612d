package tincan.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files. On the JavaFX thread.
public interface FileDialogs {

    /// Where to save a file; empty if the user would rather not.
    ///
    /// @param title what the dialog says
    /// @param name the name it proposes
    Optional<Path> save(String title, String name);

    /// Which file to open; empty if the user would rather not.
    ///
    /// @param title what the dialog says
    Optional<Path> open(String title);
}
