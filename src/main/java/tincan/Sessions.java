package tincan;

import tincan.nearby.Browser;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.trace.EventLog;

/// Makes sessions, and what finds those of others. None of them is started yet.
interface Sessions {

    /// A session that this side hosts.
    ///
    /// @param port 0 for any free one
    /// @param log takes what happens on its sockets
    Session host(String name, String title, int port, EventLog log);

    /// A session of somebody else's, to be joined.
    Session guest(String name, PeerAddress host, EventLog log);

    /// Finds the sessions of the network.
    Browser browser();
}
