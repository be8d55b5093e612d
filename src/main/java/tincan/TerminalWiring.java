package tincan;

import tincan.nearby.Browser;
import tincan.nearby.LanBrowser;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Makes the sessions of the terminal: the only place there that knows their classes.
final class TerminalWiring implements Sessions {
    private final Text text;

    /// @param text the words of this program
    TerminalWiring(Text text) {
        this.text = text;
    }

    @Override
    public Session host(String name, String title, int port, EventLog log) {
        return new HostSession(HostOptions.open(name, title, port, text), log);
    }

    @Override
    public Session guest(String name, PeerAddress host, EventLog log) {
        return new GuestSession(new GuestOptions(host, name), log);
    }

    @Override
    public Browser browser() {
        return new LanBrowser();
    }
}
