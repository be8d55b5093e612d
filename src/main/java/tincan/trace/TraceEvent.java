package tincan.trace;

import java.time.Duration;
import java.time.Instant;

/// One thing that happened on a connection. A value: it holds no live socket.
///
/// @param number counts from 1 in its [EventLog], without a hole
/// @param at when it ended, by this computer's clock
/// @param connection the name of the connection, such as `line-3`
/// @param what what happened
public record TraceEvent(long number, Instant at, String connection, What what) {

    /// Which way the bytes of this event went.
    public Direction direction() {
        return what.direction();
    }

    /// The kinds of things that happen.
    public sealed interface What {

        /// Which way its bytes went.
        Direction direction();

        /// How many bytes it moved; 0 if it moves none.
        int bytes();
    }

    /// A call of the socket interface that returned.
    ///
    /// @param bytes what it moved; a `read` of 0 bytes is the end of the stream
    /// @param took how long the caller was blocked in it
    /// @param detail its arguments or result as text, such as `0.0.0.0:8462`; may be empty
    public record Called(SocketCall call, int bytes, Duration took, String detail) implements What {
        @Override
        public Direction direction() {
            return call.direction();
        }
    }

    /// A call of the socket interface that failed.
    ///
    /// @param reason what the operating system said
    public record Failed(SocketCall call, Duration took, String reason) implements What {
        @Override
        public Direction direction() {
            return call.direction();
        }

        @Override
        public int bytes() {
            return 0;
        }
    }

    /// A whole frame (or a line of plain text) that was found in what was read, or stood in what was written.
    ///
    /// @param kind its name in the protocol, such as `SAY`
    /// @param bytes its whole size on the wire
    /// @param excerpt the beginning of its body as text, made of at most [Tap#EXCERPT] bytes
    public record Framed(Direction direction, String kind, int bytes, String excerpt) implements What {}

    /// Many frames that left in one write, told as one event because each by itself would cost more than it says.
    ///
    /// @param count how many frames
    public record FramesMoved(Direction direction, int count, int bytes) implements What {}

    /// A remark on the connection, such as why it was ended. In the words of the protocol, untranslated.
    public record Note(String text) implements What {
        @Override
        public Direction direction() {
            return Direction.NONE;
        }

        @Override
        public int bytes() {
            return 0;
        }
    }
}
