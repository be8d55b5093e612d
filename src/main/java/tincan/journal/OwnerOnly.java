package tincan.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that nobody but their owner may open, where the system knows such a thing; elsewhere they are as
/// closed as the user's own folder is.
final class OwnerOnly {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /// What a file is made with.
    static FileAttribute<?>[] file() {
        return with("rw-------");
    }

    /// Makes the folder in which `file` is to lie, if it is not there.
    static void folderOf(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), with("rwx------"));
    }

    private static FileAttribute<?>[] with(String permissions) {
        return POSIX
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
