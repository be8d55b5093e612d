package tincan.secure;

import java.io.IOException;
import java.util.Map;

/// The messages of a proof, one way and the other. Blocking; each side sends when it is its turn.
public interface Messages {

    /// Sends one message: hexadecimal digits by name.
    void send(Map<String, String> values) throws IOException;

    /// The peer's next message.
    ///
    /// @throws ProofFailed if what came is none
    /// @throws IOException if the connection ended, or nothing came in time
    Map<String, String> receive() throws IOException, ProofFailed;
}
