package tincan.session;

import java.io.IOException;

/// Finds out who a stranger is, lets it in and serves its connection until that is over; or turns it away.
interface Greeter {

    /// How long it may take until a stranger is known.
    long patienceNanos();

    /// Greets one.
    ///
    /// @param passed to be called once it is let in: then its connection is the session's to look after
    void greet(Stranger stranger, Runnable passed) throws IOException;
}
