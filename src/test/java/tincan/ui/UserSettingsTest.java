package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.home.Home;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.home.Theme;

final class UserSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void aChangeHoldsAtOnceAndIsKept() {
        SettingsStore store = new SettingsStore(Home.below(folder), Settings.usual("Ada"));
        UserSettings settings = new UserSettings(store, Runnable::run);
        settings.change(now -> now.withTheme(Theme.DARK));
        assertEquals(Theme.DARK, settings.get().theme());
        assertEquals(settings.get(), store.load());
    }

    @Test
    void whatChangesNothingIsToldToNobodyAndNotWritten() {
        List<Runnable> writes = new ArrayList<>();
        List<Settings> told = new ArrayList<>();
        UserSettings settings = new UserSettings(new SettingsStore(Home.below(folder), Settings.usual("Ada")),
                writes::add);
        settings.property().addListener((_, _, now) -> told.add(now));
        settings.change(now -> now.withName("Ada"));
        assertEquals(List.of(), told);
        assertEquals(0, writes.size());
    }
}
