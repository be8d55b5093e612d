package tincan.bench;

import java.nio.ByteBuffer;

/// One member's side of a server's protocol: as much of it as a load needs. Owner: the load's thread.
interface Dialect {

    /// What is sent first.
    byte[] hello();

    /// Takes the whole messages from the position of `in` on and leaves the position before the first that is not
    /// whole. Tells `member` when it is in the room, and of each text.
    void read(Member member, ByteBuffer in);

    /// What else is due by now.
    default void tick(Member member, long now) {}

    /// Says a text.
    Message say();

    /// Whether a text comes back to the one who said it, too.
    boolean echoes();

    /// What is sent last; may be empty.
    byte[] goodbye();
}
