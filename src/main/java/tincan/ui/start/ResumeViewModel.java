package tincan.ui.start;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.text.Text;
import tincan.ui.Resumable;
import tincan.ui.Services;

/// The session of last time that can go on, if there is one. On the JavaFX thread.
public final class ResumeViewModel {
    private final Services services;
    private final HostViewModel host;
    private final Text text;
    private final DateTimeFormatter when;
    private final ReadOnlyObjectWrapper<Optional<Resumable>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());

    ResumeViewModel(Services services, HostViewModel host, Text text, ZoneId zone) {
        this.services = services;
        this.host = host;
        this.text = text;
        this.when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(text.locale()).withZone(zone);
        services.background().execute(this::ask);
    }

    private void ask() {
        Optional<Resumable> found = services.places().resumable().get();
        services.fx().execute(() -> offer.set(found));
    }

    /// What there is to go on with.
    public ReadOnlyObjectProperty<Optional<Resumable>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// When it was, and how many were in it.
    public String about(Resumable resumable) {
        return text.of("start.resume.about", when.format(resumable.last()), resumable.people());
    }

    /// Hosts it again.
    public void resume() {
        offer.get().ifPresent(last -> host.resume(last.options()));
    }

    /// Throws it away.
    public void discard() {
        offer.get().ifPresent(last -> services.background().execute(last.discard()));
        offer.set(Optional.empty());
    }
}
