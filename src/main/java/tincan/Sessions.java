package tincan;

import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.trace.EventLog;

/// Makes sessions. None of them is started yet.
interface Sessions {

    /// A session that this side hosts.
    ///
    /// @param port 0 for any free one
    /// @param log takes what happens on its sockets
    Session host(String name, String title, int port, EventLog log);

    /// A session of somebody else's, to be joined.
    Session guest(String name, PeerAddress host, EventLog log);
}
