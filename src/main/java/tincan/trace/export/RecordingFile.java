package tincan.trace.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// A `.tincan` file: the lines of a recording in gzip. `docs/recording.md` is the reference.
public final class RecordingFile {
    private static final int GZIP_FIRST = 0x1f;

    private RecordingFile() {}

    /// Writes to a stream.
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// Saves a recording. Whoever opens the file sees the old one or the whole new one.
    public static void save(Recording recording, Path path) throws IOException {
        replace(path, out -> pack(recording, out));
    }

    /// Writes what stands in a file, and closes the stream.
    public static void pack(Recording recording, OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(out, 64 * 1024)) {
            new RecordingWriter(packed).write(recording);
        }
    }

    /// Replaces a file as a whole; what is no file, such as a pipe, is written to. Only its owner may read a new one,
    /// since it tells what was said.
    public static void replace(Path path, Writing writing) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            write(path, writing);
            return;
        }
        Path whole = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path fresh = Files.createTempFile(whole.getParent(), ".tincan-", ".new");
        try {
            write(fresh, writing);
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path path, Writing writing) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            writing.to(out);
        }
    }

    /// Writes the lines as they are.
    public static void lines(Recording recording, OutputStream out) throws IOException {
        new RecordingWriter(out).write(recording);
    }

    /// Opens a recording, packed or not.
    ///
    /// @throws BrokenRecording if it is none, or harmful
    public static Recording open(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            in.mark(1);
            boolean packed = in.read() == GZIP_FIRST;
            in.reset();
            return packed ? unpacked(in) : RecordingReader.read(in);
        }
    }

    private static Recording unpacked(InputStream in) throws IOException {
        try (InputStream lines = new GZIPInputStream(in, 64 * 1024)) {
            return RecordingReader.read(lines);
        } catch (ZipException | EOFException e) {
            throw new BrokenRecording(BrokenRecording.Reason.DAMAGED, e);
        }
    }
}
