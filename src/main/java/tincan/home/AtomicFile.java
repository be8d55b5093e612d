package tincan.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A small text file that is replaced as a whole: a reader sees the old text or the new one, never a half, even if two
/// copies of the program write at once or the computer stops.
record AtomicFile(Path path) {

    void write(String text) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
