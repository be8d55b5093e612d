package tincan.lab.socket;

import java.time.Duration;

/// What is set on a client's socket.
///
/// @param connect after so long without an answer `connect` fails
/// @param timeout after so long without a byte a `read` fails; zero for never
/// @param receiveBuffer SO_RCVBUF in bytes; 0 for what the system gives
/// @param buffer a `recv` takes at most so many bytes, whatever the program asks for; 0 for what it asks for
/// @param noDelay TCP_NODELAY: small writes leave at once, without Nagle's algorithm
public record StreamOptions(Duration connect, Duration timeout, int receiveBuffer, int buffer, boolean noDelay) {
    public static final StreamOptions USUAL = new StreamOptions(Duration.ofSeconds(5), Duration.ofMinutes(10), 0, 0,
            false);

    public StreamOptions {
        if (!connect.isPositive() || timeout.isNegative() || receiveBuffer < 0 || buffer < 0) {
            throw new IllegalArgumentException("connect " + connect + ", time-out " + timeout + ", buffers "
                    + receiveBuffer + " and " + buffer);
        }
    }

    public StreamOptions withConnect(Duration other) {
        return new StreamOptions(other, timeout, receiveBuffer, buffer, noDelay);
    }

    public StreamOptions withTimeout(Duration other) {
        return new StreamOptions(connect, other, receiveBuffer, buffer, noDelay);
    }

    public StreamOptions withReceiveBuffer(int other) {
        return new StreamOptions(connect, timeout, other, buffer, noDelay);
    }

    public StreamOptions withBuffer(int other) {
        return new StreamOptions(connect, timeout, receiveBuffer, other, noDelay);
    }

    public StreamOptions withNoDelay(boolean other) {
        return new StreamOptions(connect, timeout, receiveBuffer, buffer, other);
    }
}
