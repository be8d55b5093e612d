package tincan.lab.lesson;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// Where uploaded files go: each under another name until it is whole, and never over one that is there. Any thread.
final class UploadFolder {
    private static final int MOST_OF_A_NAME = 1000;

    private final Path folder;

    UploadFolder(Path folder) {
        this.folder = folder;
    }

    /// How much lies in it, in bytes.
    long size() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// Begins a file.
    ///
    /// @param name a clean one
    File begin(String name) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "upload-", ".part");
        return new File(name, part, new BufferedOutputStream(Files.newOutputStream(part)));
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
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
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
                Files.deleteIfExists(part);
            }
        }
    }
}
