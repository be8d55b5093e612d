package tincan.ui.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.text.Text;
import tincan.trace.export.BrokenRecording;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;
import tincan.ui.FileDialogs;
import tincan.ui.OpenedRecording;
import tincan.ui.Services;

/// The way to a recording in a file. On the JavaFX thread.
public final class RecordingViewModel {
    private static final String ENDING = "\\.(tincan|jsonl)$";

    private final FileDialogs files;
    private final Executor background;
    private final Executor fx;
    private final Consumer<OpenedRecording> opened;
    private final Text text;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean closed;

    /// @param opened gets what was in the file
    RecordingViewModel(Services services, Consumer<OpenedRecording> opened, Text text) {
        this.files = services.files();
        this.background = services.background();
        this.fx = services.fx();
        this.opened = opened;
        this.text = text;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why a file could not be opened, in a sentence; empty if nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Asks which file, and opens it.
    public void open() {
        if (!busy.get()) {
            problem.set("");
            files.open(text.of("start.recording.title")).ifPresent(this::open);
        }
    }

    private void open(Path file) {
        busy.set(true);
        background.execute(() -> {
            try {
                Recording recording = RecordingFile.open(file);
                fx.execute(() -> show(new OpenedRecording(name(file).replaceFirst(ENDING, ""), recording)));
            } catch (BrokenRecording broken) {
                fx.execute(() -> fail(text.of("cli.recording", broken.reason(), name(file))));
            } catch (IOException e) {
                fx.execute(() -> fail(text.of("cli.usage.recording", name(file))));
            }
        });
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void show(OpenedRecording recording) {
        busy.set(false);
        if (!closed) {
            opened.accept(recording);
        }
    }

    private void fail(String sentence) {
        busy.set(false);
        problem.set(sentence);
    }

    /// Shows nothing of what is still to be opened.
    void close() {
        closed = true;
    }
}
