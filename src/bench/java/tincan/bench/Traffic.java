package tincan.bench;

import java.nio.ByteBuffer;

/// Who says something when, and what is measured of it. Owner: the load's thread.
interface Traffic {

    /// Begins to say things.
    void start();

    /// Says what is due by now.
    void turn(long now);

    /// A member got the text that begins at `at`.
    void heard(Member member, ByteBuffer in, int at);

    /// A member took everything out of one read.
    void afterRead(Member member);

    /// Says nothing from now on.
    void stop();
}
