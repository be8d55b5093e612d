package tincan.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A file of batches, each under a checksum. It grows at its end, or is replaced as a whole. A batch that the death of
/// the process or a bad disk broke is cut off, and all after it.
///
/// Owner: one thread; only [#force] may be called by another.
final class BatchFile implements AutoCloseable {
    /// The largest batch, in bytes.
    static final int MOST = 16 << 20;
    private static final int HEADER = 8;

    private final Path path;
    private final byte[] title;
    private volatile @Nullable FileChannel channel;
    private volatile boolean dirty;
    private long size;

    /// @param title the line with which the file begins, without its end
    BatchFile(Path path, String title) {
        this.path = path;
        this.title = (title + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// Takes a batch as it is read.
    interface Reader {
        void take(ByteBuffer batch) throws BrokenJournal;
    }

    /// Reads the whole batches, and leaves the file as it is.
    ///
    /// @return where they end, in bytes
    /// @throws BrokenJournal if the file does not begin with its title, or the reader says so
    long read(Reader reader) throws IOException, BrokenJournal {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (!Arrays.equals(in.readNBytes(title.length), title)) {
                throw new BrokenJournal("another kind of file");
            }
            long end = title.length;
            for (ByteBuffer batch = next(in); batch != null; batch = next(in)) {
                end += HEADER + batch.remaining();
                reader.take(batch);
            }
            return end;
        }
    }

    /// The next batch; null at the end, or where the file is broken.
    private static @Nullable ByteBuffer next(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            int sum = in.readInt();
            if (length < 1 || length > MOST) {
                return null;
            }
            byte[] data = in.readNBytes(length);
            ByteBuffer batch = ByteBuffer.wrap(data);
            return data.length == length && sum == sum(batch) ? batch : null;
        } catch (EOFException e) {
            return null;
        }
    }

    private static int sum(ByteBuffer batch) {
        CRC32C sum = new CRC32C();
        sum.update(batch.duplicate());
        return (int) sum.getValue();
    }

    /// Goes on after the batch that ends at `end`, and cuts off what follows.
    void openAt(long end) throws IOException {
        FileChannel opened = FileChannel.open(path, StandardOpenOption.WRITE);
        channel = opened;
        opened.truncate(end);
        opened.position(end);
        size = end;
    }

    /// Writes batches at the end. When this returns they outlive the process, though not yet the computer.
    void append(List<ByteBuffer> batches) throws IOException {
        size += write(Objects.requireNonNull(channel), batches);
        dirty = true;
    }

    private static long write(FileChannel to, List<ByteBuffer> batches) throws IOException {
        ByteBuffer[] parts = new ByteBuffer[2 * batches.size()];
        long left = 0;
        for (int i = 0; i < batches.size(); i++) {
            ByteBuffer batch = batches.get(i).duplicate();
            parts[2 * i] = ByteBuffer.allocate(HEADER).putInt(batch.remaining()).putInt(sum(batch)).flip();
            parts[2 * i + 1] = batch;
            left += HEADER + batch.remaining();
        }
        long written = left;
        while (left > 0) {
            left -= to.write(parts);
        }
        return written;
    }

    /// Puts a file with these batches alone in its place: at every moment there is the old one or the new one.
    void replace(List<ByteBuffer> batches) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileChannel opened = FileChannel.open(fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file());
        try {
            long written = opened.write(ByteBuffer.wrap(title));
            written += write(opened, batches);
            opened.force(false); // a computer that stops must not leave a name without its content
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            close();
            channel = opened;
            size = written;
        } catch (IOException e) {
            opened.close();
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    /// Brings what was written to the disk itself, so that it outlives the computer's stop. From any thread; it may
    /// take as long as the disk does.
    void force() throws IOException {
        FileChannel current = channel;
        if (dirty && current != null) {
            dirty = false;
            try {
                current.force(false);
            } catch (ClosedChannelException e) {
                // replaced meanwhile, and the new file was forced; or over
            }
        }
    }

    /// Its size in bytes.
    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        FileChannel current = channel;
        channel = null;
        if (current != null) {
            current.close();
        }
    }
}
