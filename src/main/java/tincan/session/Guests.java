package tincan.session;

import java.io.IOException;
import java.util.Optional;
import tincan.wire.Frame;

/// Who gives members their place. Each method serves the connection until it is over.
interface Guests {

    /// A program that said hello.
    ///
    /// @param security how its connection is protected
    /// @param passed to be called once it has its place
    /// @return why it was not let in; empty once it was in and is gone again
    Optional<Frame.Refused> framed(Line line, Frame.Hello hello, Security security, Runnable passed) throws IOException;

    /// A person who types lines; the first bytes wait in the line's reader.
    ///
    /// @param passed to be called once it has its place
    /// @return why it was not let in; empty once it was in and is gone again
    Optional<Frame.Refused> plain(Line line, Runnable passed) throws IOException;
}
