package tincan.ui;

import tincan.session.PeerAddress;
import tincan.session.Session;

/// Makes sessions that are not open yet.
public interface SessionFactory {

    /// A session that this computer hosts.
    Session host(HostOptions options);

    /// A session that this computer joins.
    ///
    /// @param name
    ///            the name it asks for
    Session join(PeerAddress address, String name);
}
