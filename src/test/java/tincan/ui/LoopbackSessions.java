package tincan.ui;

import tincan.nearby.Browser;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// Real sessions, which never leave this computer.
public final class LoopbackSessions implements Sessions {
    @Override
    public Session host(HostOptions options, EventLog log) {
        return new HostSession(options.onLoopback(), log);
    }

    @Override
    public Session join(GuestOptions options, EventLog log) {
        return new GuestSession(options, log);
    }

    @Override
    public Browser browser() {
        throw new UnsupportedOperationException("nobody looks for sessions here");
    }
}
