package tincan;

import tincan.nearby.Browser;
import tincan.nearby.LanBrowser;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// Makes sessions over the network: the only place that knows their classes.
final class LiveSessions implements Sessions {
    @Override
    public Session host(HostOptions options, EventLog log) {
        return new HostSession(options, log);
    }

    @Override
    public Session join(GuestOptions options, EventLog log) {
        return new GuestSession(options, log);
    }

    @Override
    public Browser browser() {
        return new LanBrowser();
    }
}
