package tincan.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file of batches that this session alone has, until it lets go of it.
final class HeldFile implements AutoCloseable {
    private final Path path;
    private final FileHold hold;
    private final BatchFile batches;

    private HeldFile(Path path, FileHold hold, String title) {
        this.path = path;
        this.hold = hold;
        this.batches = new BatchFile(path, title);
    }

    /// Takes hold of a file, which need not be there.
    ///
    /// @param title see [BatchFile]
    /// @return empty if another session holds it
    static Optional<HeldFile> take(Path path, String title) throws IOException {
        return FileHold.take(path).map(hold -> new HeldFile(path, hold, title));
    }

    Path path() {
        return path;
    }

    BatchFile batches() {
        return batches;
    }

    /// Deletes the file and lets go of it.
    void delete() throws IOException {
        try (hold) {
            batches.close();
            Files.deleteIfExists(path);
        }
    }

    /// Lets go of the file; it stays.
    @Override
    public void close() throws IOException {
        try (hold) {
            batches.force();
            batches.close();
        }
    }
}
