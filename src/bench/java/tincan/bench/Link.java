package tincan.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// A member's connection, as bytes that its dialect reads and writes. Never waits. Owner: the load's thread.
interface Link {

    /// Waits with others on `selector` from now on.
    ///
    /// @param member what the key is to carry
    SelectionKey register(Selector selector, Member member) throws IOException;

    /// Whether it stands, or has been made to stand just now; until then the key waits for it.
    boolean stands() throws IOException;

    /// Reads what is there into `data`.
    ///
    /// @return how many bytes; -1 at the end of the stream
    int read(ByteBuffer data) throws IOException;

    /// Sends what lies in `data`, as far as the system takes it.
    ///
    /// @return whether nothing waits any longer
    boolean write(ByteBuffer data) throws IOException;

    /// Says that nothing more will be written.
    void endOutput() throws IOException;

    void close() throws IOException;
}
