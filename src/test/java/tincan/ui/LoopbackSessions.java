package tincan.ui;

import java.time.InstantSource;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.Session;
import tincan.trace.EventLog;

/// Real sessions, which never leave this computer.
public final class LoopbackSessions implements SessionFactory {
    @Override
    public Session host(HostOptions options) {
        return new HostSession(options.onLoopback(), log());
    }

    @Override
    public Session join(GuestOptions options) {
        return new GuestSession(options, log());
    }

    private static EventLog log() {
        return new EventLog(EventLog.DEFAULT_CAPACITY, InstantSource.system());
    }
}
