package tincan.ui;

import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.home.Settings;
import tincan.home.SettingsStore;

/// The settings that hold now. Whatever changes is on the disk a moment later. On the JavaFX thread.
public final class UserSettings {
    private final SettingsStore store;
    private final Batch save;
    private final ReadOnlyObjectWrapper<Settings> now;
    /// Written on the JavaFX thread, read by the thread that saves.
    private volatile Settings newest;

    /// @param background where settings are written
    public UserSettings(SettingsStore store, Executor background) {
        this.store = store;
        this.newest = store.load();
        this.now = new ReadOnlyObjectWrapper<>(newest);
        this.save = new Batch(background, this::saveNow);
    }

    public Settings get() {
        return newest;
    }

    public ReadOnlyObjectProperty<Settings> property() {
        return now.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(newest);
        if (!changed.equals(newest)) {
            newest = changed;
            now.set(changed);
            save.trigger();
        }
    }

    /// Writes what holds now and waits for it. Any thread.
    public synchronized void saveNow() {
        store.save(newest);
    }
}
