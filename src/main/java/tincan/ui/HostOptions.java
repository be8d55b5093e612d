package tincan.ui;

/// How to host a session.
///
/// @param name
///            the host's own
/// @param title
///            the session's
/// @param port
///            the TCP port, 0 for any free one
/// @param reach
///            who can join
public record HostOptions(String name, String title, int port, Reach reach) {

    public HostOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /// From where a session can be joined.
    public enum Reach {
        /// From every computer that has a way here.
        NETWORK,
        /// From this computer alone.
        THIS_COMPUTER
    }
}
