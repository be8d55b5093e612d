package tincan.ui.start;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import tincan.home.Settings;
import tincan.home.UserName;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.Navigator;
import tincan.ui.OpenSession;
import tincan.ui.Services;
import tincan.ui.opening.Opening;

/// The first screen: who one is, and the three ways on from here. On the JavaFX thread.
public final class StartViewModel {
    private final Services services;
    private final HostViewModel host;
    private final JoinViewModel join;
    private final BothEndsViewModel bothEnds;
    private final NearbyViewModel nearby;
    private final ResumeViewModel resume;
    private final RecordingViewModel recording;
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyObjectWrapper<List<String>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final Subscription settings;

    public StartViewModel(Services services, Navigator navigator, Text text) {
        this.services = services;
        this.name = new ReadOnlyStringWrapper(services.settings().get().name());
        this.host = new HostViewModel(services.sessions(),
                new Opening<>(services.background(), services.fx(), navigator::showSession), name::get, text);
        this.join = new JoinViewModel(services.sessions(),
                new Opening<OpenSession>(services.background(), services.fx(), open -> joined(open, navigator)),
                name::get, text, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, services.fx()));
        this.bothEnds = new BothEndsViewModel(services.sessions(),
                new Opening<BothEnds>(services.background(), services.fx(), navigator::showBothEnds), name::get, text);
        this.nearby = new NearbyViewModel(services.places().nearby(), services.fx(), text);
        this.resume = new ResumeViewModel(services, host, text, ZoneId.systemDefault());
        this.recording = new RecordingViewModel(services, navigator::showRecording, text);
        this.settings = services.settings().property().subscribe(this::settingsChanged);
        services.background().execute(this::readRecent);
    }

    public HostViewModel host() {
        return host;
    }

    public JoinViewModel join() {
        return join;
    }

    public BothEndsViewModel bothEnds() {
        return bothEnds;
    }

    public NearbyViewModel nearby() {
        return nearby;
    }

    public ResumeViewModel resume() {
        return resume;
    }

    public RecordingViewModel recording() {
        return recording;
    }

    /// Under which one talks.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// The addresses last joined, newest first.
    public ReadOnlyObjectProperty<List<String>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /// Takes another name, cleaned; nothing readable leaves the old one.
    public void rename(String typed) {
        String clean = UserName.clean(typed);
        if (!clean.isEmpty()) {
            services.settings().change(now -> now.withName(clean));
        }
    }

    /// Gives up what is under way and lets go of the settings.
    public void close() {
        host.cancel();
        join.cancel();
        bothEnds.cancel();
        nearby.close();
        recording.close();
        settings.unsubscribe();
    }

    private void joined(OpenSession open, Navigator navigator) {
        String address = join.joiningProperty().get();
        services.background().execute(() -> services.places().recent().add(address));
        navigator.showSession(open);
    }

    private void settingsChanged(Settings now) {
        host.rename(name.get(), now.name());
        name.set(now.name());
    }

    private void readRecent() {
        List<String> found = services.places().recent().all();
        services.fx().execute(() -> recent.set(found));
    }
}
