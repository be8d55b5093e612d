package tincan.session;

/// How voice packets go between a member and the host.
public enum VoicePath {
    /// Voice was not joined, or the connection with the host is down.
    NONE,
    /// Datagrams are tried.
    TRYING,
    /// As datagrams; the host's own need none.
    DATAGRAMS,
    /// On a connection, because datagrams do not get through: late ones wait for each other.
    CONNECTION
}
