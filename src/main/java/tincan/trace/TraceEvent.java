package tincan.trace;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

/// One thing that happened on a connection. A value: it holds no live socket. The bytes themselves are in the log's
/// [Payload], where each [Span] finds them.
///
/// @param number counts from 1 in its [EventLog], without a hole
/// @param at when it was over, by this computer's clock; of [Began], when it began
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

    /// A call of the socket interface.
    public sealed interface Call extends What {
        SocketCall call();

        @Override
        default Direction direction() {
            return call().direction();
        }

        @Override
        default int bytes() {
            return 0;
        }
    }

    /// A call that is over.
    public sealed interface Ended extends Call {
        /// The number of the [Began] that it ends; 0 if it took no time to speak of.
        long began();

        /// How long the caller was blocked in it.
        Duration took();
    }

    /// A call was made and may block. An [Ended] with its number follows.
    ///
    /// @param detail its arguments as text, such as `0.0.0.0:8462`; may be empty
    public record Began(SocketCall call, String detail) implements Call {}

    /// A call that moves no bytes returned.
    ///
    /// @param detail its arguments or result as text, such as `0.0.0.0:8462`; may be empty
    public record Called(SocketCall call, long began, Duration took, String detail) implements Ended {}

    /// A `read` or a `write` returned.
    ///
    /// @param span what it moved; a `read` of no bytes is the end of the stream
    public record Moved(SocketCall call, long began, Span span, Duration took) implements Ended {
        @Override
        public int bytes() {
            return span.bytes();
        }
    }

    /// A datagram was sent or received.
    ///
    /// @param span where its bytes lie among those of all datagrams that went this way
    /// @param peer whom it went to or came from
    /// @param label what it is
    public record Datagram(SocketCall call, long began, Span span, Duration took, InetSocketAddress peer,
            Label label) implements Ended {
        @Override
        public int bytes() {
            return span.bytes();
        }

        /// The peer's address and port as they are written.
        public String address() {
            return Ends.shown(peer);
        }
    }

    /// A call failed.
    ///
    /// @param reason what the operating system said
    public record Failed(SocketCall call, long began, Duration took, String reason) implements Ended {}

    /// A TLS record was opened, or made.
    ///
    /// @param content what it carries
    /// @param wire the whole record, as it crosses the socket
    /// @param inside what lies in it; of no bytes unless it carries data
    public record Sealed(Direction direction, Content content, Span wire, Span inside) implements What {
        /// What a TLS record carries.
        public enum Content {
            /// A step of the handshake.
            HANDSHAKE,
            /// What the two ends say.
            DATA,
            /// An alert, such as that nothing more will come; or a message of the handshake after its end.
            CONTROL
        }

        @Override
        public int bytes() {
            return wire.bytes();
        }
    }

    /// A whole frame (or a line of plain text) that was found in what was read, or stood in what was written.
    ///
    /// @param kind its name in the protocol, such as `SAY`
    /// @param layer where `span` counts
    /// @param span the whole frame
    /// @param excerpt the beginning of its body as text, made of at most [Tap#EXCERPT] bytes
    public record Framed(Direction direction, String kind, Layer layer, Span span, String excerpt,
            Subject subject) implements What {
        @Override
        public int bytes() {
            return span.bytes();
        }
    }

    /// Many frames that left in one write, told as one event because each by itself would cost more than it says.
    ///
    /// @param count how many frames
    /// @param first what of the conversation the first of them carries; what lies between it and the last is in order
    public record FramesMoved(Direction direction, int count, Layer layer, Span span, Subject first,
            Subject last) implements What {
        @Override
        public int bytes() {
            return span.bytes();
        }
    }

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
