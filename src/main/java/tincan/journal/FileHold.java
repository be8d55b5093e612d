package tincan.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to use a file, which one process at a time has: a lock on an empty file beside it. When the process dies
/// the system frees it.
final class FileHold implements AutoCloseable {
    /// What this process holds. To open and close a locked file once more would free it (POSIX ties locks to the
    /// process, not to the channel), so whether it is held here must be known without that.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel channel;

    private FileHold(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /// Takes hold of `file`, which need not be there.
    ///
    /// @return empty if somebody holds it
    static Optional<FileHold> take(Path file) throws IOException {
        OwnerOnly.folderOf(file);
        Path absolute = file.toAbsolutePath().normalize();
        Path lockFile = absolute.resolveSibling(absolute.getFileName() + ".lock");
        if (!HELD.add(lockFile)) {
            return Optional.empty();
        }
        Optional<FileHold> hold = Optional.empty();
        try {
            hold = lock(lockFile);
            return hold;
        } finally {
            if (hold.isEmpty()) {
                HELD.remove(lockFile);
            }
        }
    }

    /// Its last holder may delete the lock file at any moment, so the one that is locked must be the one that
    /// lies there.
    private static Optional<FileHold> lock(Path lockFile) throws IOException {
        while (true) {
            Object identity = made(lockFile);
            FileChannel channel = FileChannel.open(lockFile, Set.of(StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE), OwnerOnly.file());
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            if (identity.equals(identity(lockFile))) {
                return Optional.of(new FileHold(lockFile, channel));
            }
            channel.close();
        }
    }

    private static Object made(Path lockFile) throws IOException {
        try {
            Files.createFile(lockFile, OwnerOnly.file());
        } catch (FileAlreadyExistsException e) {
            // left behind by one that died, or in use
        }
        return identity(lockFile);
    }

    /// Tells a file from another that lies in its place later, where the system can.
    private static Object identity(Path file) throws IOException {
        try {
            return Objects.requireNonNullElse(Files.readAttributes(file, BasicFileAttributes.class).fileKey(), "");
        } catch (NoSuchFileException e) {
            return new Object();
        }
    }

    /// Lets go. Calling it again does nothing.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(lockFile); // while it is held: nobody else has it
        } catch (IOException e) {
            // an empty file stays behind, and serves the next one
        } finally {
            HELD.remove(lockFile);
        }
    }
}
