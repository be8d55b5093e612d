package tincan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import tincan.trace.EventLog;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;

/// Saves at the end of a session what happened on its sockets, also when the process is told to stop. That the file can
/// be made is tried at the beginning, while a person can still do something about it.
final class SessionRecord implements AutoCloseable {
    private final Path path;
    private final String end;
    private final EventLog log;
    private final Terminal terminal;
    private final CountDownLatch saved = new CountDownLatch(1);
    private final Goodbye goodbye = Goodbye.with(this::awaitSaved);

    private SessionRecord(Path path, String end, EventLog log, Terminal terminal) {
        this.path = path;
        this.end = end;
        this.log = log;
        this.terminal = terminal;
    }

    /// @param end what this end is called in the recording
    /// @throws IOException if no file can be made there
    static SessionRecord begin(Path path, String end, EventLog log, Terminal terminal) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder");
        }
        Files.delete(Files.createTempFile(path.toAbsolutePath().getParent(), ".tincan-", ".new"));
        return new SessionRecord(path, end, log, terminal);
    }

    @Override
    public void close() {
        try {
            RecordingFile.save(Recording.of(end, log), path);
        } catch (IOException e) {
            terminal.complain(terminal.text().of("cli.record-failed", path, String.valueOf(e.getMessage())));
        } finally {
            saved.countDown();
            goodbye.close();
        }
    }

    /// The thread that talks saves, once the session is left.
    private void awaitSaved() {
        try {
            saved.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
