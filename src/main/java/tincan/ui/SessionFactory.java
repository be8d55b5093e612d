package tincan.ui;

import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.Session;

/// Makes sessions that are not open yet.
public interface SessionFactory {

    /// A session that this computer hosts.
    Session host(HostOptions options);

    /// A session that this computer joins.
    Session join(GuestOptions options);
}
