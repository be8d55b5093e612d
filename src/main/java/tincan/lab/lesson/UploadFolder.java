package tincan.lab.lesson;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where uploaded files go: each under another name until it is whole, and never over one that is there. Any thread.
final class UploadFolder {
    private static final int MOST_OF_A_NAME = 1000;

    /// So many files lie in it at the most; empty ones take room too.
    static final int MOST_FILES = 1000;

    private final Path folder;
    private final long most;
    /// How much was announced of files that are being written. Owner: the lock on this object.
    private final Map<Path, Long> begun = new HashMap<>();

    /// @param most so much lies in it at the most, in bytes
    UploadFolder(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /// Whether this system can have a file of that name: some know no letters beyond ASCII.
    boolean takes(String name) {
        try {
            return folder.resolve(name).startsWith(folder);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// Begins a file. The room for it is kept from now on, so that all who upload at once do not take more than there
    /// is.
    ///
    /// @param name a clean one
    /// @param size how long it will be, in bytes
    /// @return nothing if there is no room left
    synchronized Optional<File> begin(String name, long size) throws IOException {
        Files.createDirectories(folder);
        if (!hasRoom(size)) {
            return Optional.empty();
        }
        Path part = Files.createTempFile(folder, "upload-", ".part");
        begun.put(part, size);
        try {
            return Optional.of(new File(name, part, new BufferedOutputStream(Files.newOutputStream(part))));
        } catch (IOException e) {
            over(part);
            throw e;
        }
    }

    private boolean hasRoom(long size) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> others = files.filter(file -> !begun.containsKey(file)).toList();
            long there = others.stream().filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length()).sum();
            long announced = begun.values().stream().mapToLong(Long::longValue).sum();
            return others.size() + begun.size() < MOST_FILES && there + announced + size <= most;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private synchronized void over(Path part) throws IOException {
        begun.remove(part);
        Files.deleteIfExists(part);
    }

    /// A file that is being written; what is not kept is deleted when it is closed. Owner: one thread.
    final class File implements AutoCloseable {
        private final String name;
        private final Path part;
        private final OutputStream out;

        private File(String name, Path part, OutputStream out) {
            this.name = name;
            this.part = part;
            this.out = out;
        }

        void write(byte[] data) throws IOException {
            out.write(data);
        }

        /// It is whole.
        ///
        /// @return where it is now
        Path keep() throws IOException {
            out.close();
            Path place = place();
            try {
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(place);
                throw e;
            }
            return place;
        }

        /// An empty file of a name that was free: only one upload can make it.
        private Path place() throws IOException {
            for (int i = 0; i < MOST_OF_A_NAME; i++) {
                try {
                    return Files.createFile(folder.resolve(i == 0 ? name : FileName.numbered(name, i)));
                } catch (FileAlreadyExistsException e) {
                    // the next number
                }
            }
            throw new FileAlreadyExistsException(name);
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } finally {
                over(part);
            }
        }
    }
}
