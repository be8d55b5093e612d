package tincan.session;

import tincan.nearby.Browser;
import tincan.trace.EventLog;

/// Makes sessions that are not open yet, and finds those of others.
public interface Sessions {

    /// A session that this computer hosts.
    ///
    /// @param log takes what happens on its sockets
    Session host(HostOptions options, EventLog log);

    /// A session of somebody else's, to be joined.
    ///
    /// @param log takes what happens on its sockets
    Session join(GuestOptions options, EventLog log);

    /// Finds what others announce on this network. Not started yet.
    Browser browser();
}
