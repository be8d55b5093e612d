package tincan;

import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.trace.EventLog;

/// Makes the services: the only place that knows their classes.
final class Wiring implements Sessions {
    @Override
    public Session host(String name, String title, int port, EventLog log) {
        throw new UnsupportedOperationException("host");
    }

    @Override
    public Session guest(String name, PeerAddress host, EventLog log) {
        throw new UnsupportedOperationException("guest");
    }
}
