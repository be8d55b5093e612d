package tincan.ui.start;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import tincan.session.HostOptions;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.opening.BothEndsAttempt;
import tincan.ui.opening.Opening;
import tincan.ui.opening.Problem;

/// The way to both ends on one screen. On the JavaFX thread.
public final class BothEndsViewModel {
    private final Sessions sessions;
    private final Opening<BothEnds> opening;
    private final Supplier<String> name;
    private final Text text;
    private final Problem problem;

    /// @param name the user's, now
    public BothEndsViewModel(Sessions sessions, Opening<BothEnds> opening, Supplier<String> name, Text text) {
        this.sessions = sessions;
        this.opening = opening;
        this.name = name;
        this.text = text;
        this.problem = new Problem(opening, text);
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return opening.busyProperty();
    }

    /// Why it did not work, in a sentence; empty if nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.sentenceProperty();
    }

    public void open() {
        String host = name.get();
        HostOptions options = HostOptions.open(host, text.of("start.title.usual", host), 0, text);
        opening.begin(new BothEndsAttempt(sessions, options, text.of("both.guest.name")));
    }

    public void cancel() {
        opening.cancel();
    }
}
