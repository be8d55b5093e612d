package tincan.ui.log;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files.
@FunctionalInterface
public interface FileDialogs {

    /// Where to save a file; empty if the user would rather not.
    ///
    /// @param title what the dialog says
    /// @param name the name it proposes
    Optional<Path> save(String title, String name);
}
