package tincan;

import java.util.Optional;
import tincan.nearby.Browser;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.SavedSessions;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// Makes the window's sessions such that they outlive the program. Those within this computer are not kept: both ends
/// of a demonstration die together.
final class KeptSessions implements Sessions {
    private static final String LOOPBACK = "127.0.0.1";

    private final Sessions sessions;
    private final SavedSessions saved;

    KeptSessions(Sessions sessions, SavedSessions saved) {
        this.sessions = sessions;
        this.saved = saved;
    }

    @Override
    public Session host(HostOptions options, EventLog log) {
        boolean asItIs = options.journal().isPresent() || options.bind().equals(Optional.of(LOOPBACK));
        return sessions.host(asItIs ? options : options.keptIn(saved.fresh()), log);
    }

    @Override
    public Session join(GuestOptions options, EventLog log) {
        boolean asItIs = options.keeper().isPresent() || options.address().host().equals(LOOPBACK);
        return sessions.join(asItIs ? options : options.keptIn(saved.guests()), log);
    }

    @Override
    public Browser browser() {
        return sessions.browser();
    }
}
