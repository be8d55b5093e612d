package tincan.session;

import java.util.List;

/// What a host sees of its guests' ends of the connections, where they agree. All methods may be called from any thread
/// and return at once; [SessionEvent.FarChanged] tells when they would answer otherwise.
public interface FarEnds {

    /// How it stands with the other end of a connection.
    ///
    /// @param connection its name in the log, such as `line-3`
    FarState state(String connection);

    /// Asks the guest of a connection to show its end, unless it has answered.
    void ask(String connection);

    /// What guests show, and the last of what they showed.
    List<FarEnd> all();
}
