package tincan.ui.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.text.Text;
import tincan.trace.TraceEvent;
import tincan.trace.export.HtmlPage;
import tincan.trace.export.PcapNg;
import tincan.trace.export.RecordingFile;
import tincan.ui.AddressVeil;
import tincan.ui.FileDialogs;

/// Saves the log in files, and tells how that went.
///
/// Owner: the thread of the window, which `turns` brings work onto. A file is written on a thread of its own.
public final class SavingViewModel {
    private static final String DISSECTOR = "/tincan/assets/tincan.lua";

    private final LogViewModel log;
    private final LogSource source;
    private final FileDialogs files;
    private final Text text;
    private final Executor turns;
    private final AddressVeil veil;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private SaveAs asked = SaveAs.RECORDING;
    private boolean agreed;

    public SavingViewModel(LogViewModel log, LogSource source, FileDialogs files, Text text, Executor turns) {
        this.log = log;
        this.source = source;
        this.files = files;
        this.text = text;
        this.turns = turns;
        this.veil = log.veil();
    }

    /// What there is to tell or to ask.
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Whether addresses are hidden on the screen.
    ReadOnlyBooleanProperty hidingProperty() {
        return veil.hidingProperty();
    }

    /// The user wants a file. Of a private session, whether that is well is asked once.
    void save(SaveAs as) {
        if (as.readable() && !agreed && source.secret().getAsBoolean()) {
            asked = as;
            notice.set(new Notice(Notice.Kind.QUESTION, text.of("log.notice.private")));
        } else {
            saveNow(as);
        }
    }

    /// The user knows now what will stand in the file.
    void agree() {
        agreed = true;
        dismiss();
        saveNow(asked);
    }

    /// There is nothing more to tell.
    void dismiss() {
        notice.set(Notice.NONE);
    }

    private void saveNow(SaveAs as) {
        String name = as == SaveAs.DISSECTOR ? "tincan" : source.name().get();
        files.save(text.of("log.export.title"), name + as.ending()).ifPresent(file -> save(as, file));
    }

    private void save(SaveAs as, Path file) {
        List<TraceEvent> rows = as == SaveAs.ROWS ? List.copyOf(log.rows()) : List.of();
        notice.set(new Notice(Notice.Kind.UNDER_WAY, text.of("log.notice.under-way", name(file))));
        Thread.ofVirtual().name("log export").start(() -> {
            Notice outcome = write(as, rows, file);
            turns.execute(() -> notice.set(outcome));
        });
    }

    private Notice write(SaveAs as, List<TraceEvent> rows, Path file) {
        try {
            RecordingFile.replace(file, out -> write(as, rows, out));
            return new Notice(Notice.Kind.DONE, text.of("log.saved", as, name(file), rows.size()));
        } catch (IOException e) {
            return new Notice(Notice.Kind.FAILED, text.of("log.notice.failed", name(file)));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void write(SaveAs as, List<TraceEvent> rows, OutputStream out) throws IOException {
        switch (as) {
            case RECORDING -> RecordingFile.pack(source.recording().get(), out);
            case PAGE -> out.write(veil.of(HtmlPage.of(source.recording().get(), text::of))
                    .getBytes(StandardCharsets.UTF_8));
            case PACKETS -> PcapNg.write(source.recording().get(), out);
            case LINES -> RecordingFile.lines(source.recording().get(), out);
            case ROWS -> {
                for (TraceEvent event : rows) {
                    out.write((log.words().line(event) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            case DISSECTOR -> {
                try (InputStream dissector = SavingViewModel.class.getResourceAsStream(DISSECTOR)) {
                    if (dissector == null) {
                        throw new IllegalStateException("the dissector is missing");
                    }
                    dissector.transferTo(out);
                }
            }
        }
    }
}
