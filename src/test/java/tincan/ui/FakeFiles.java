package tincan.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A user who always chooses the same file, or none.
public final class FakeFiles implements FileDialogs {
    /// What is chosen.
    public volatile Optional<Path> next = Optional.empty();
    /// The names that were proposed. On the JavaFX thread.
    public final List<String> proposed = new ArrayList<>();

    @Override
    public Optional<Path> save(String title, String name) {
        proposed.add(name);
        return next;
    }

    @Override
    public Optional<Path> open(String title) {
        return next;
    }
}
