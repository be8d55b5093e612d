package tincan.trace.export;

import java.time.Instant;

/// A packet and when it went.
record TimedPacket(Instant at, Bytes packet) {

    /// Its bytes, made when they are asked for: a recording has more of them than anybody wants to hold at once.
    @FunctionalInterface
    interface Bytes {
        byte[] make();
    }
}
