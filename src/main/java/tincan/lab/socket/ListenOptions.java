package tincan.lab.socket;

import java.time.Duration;

/// What is set on a socket that is bound to an address of this computer.
///
/// @param backlog how many connections may wait to be accepted, as the argument of `listen`
/// @param reuse SO_REUSEADDR: bind although an old connection of that port still waits in TIME_WAIT
/// @param receiveBuffer SO_RCVBUF in bytes; 0 for what the system gives
/// @param timeout after so long without a byte a `read` of an accepted connection fails; zero for never
public record ListenOptions(int backlog, boolean reuse, int receiveBuffer, Duration timeout) {
    /// What servers of the tutorials have, but none waits for ever.
    public static final ListenOptions USUAL = new ListenOptions(5, true, 0, Duration.ofMinutes(10));

    public ListenOptions {
        if (backlog < 0 || receiveBuffer < 0 || timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "backlog " + backlog + ", buffer " + receiveBuffer + ", time-out " + timeout);
        }
    }

    public ListenOptions withBacklog(int other) {
        return new ListenOptions(other, reuse, receiveBuffer, timeout);
    }

    public ListenOptions withReuse(boolean other) {
        return new ListenOptions(backlog, other, receiveBuffer, timeout);
    }

    public ListenOptions withReceiveBuffer(int other) {
        return new ListenOptions(backlog, reuse, other, timeout);
    }

    public ListenOptions withTimeout(Duration other) {
        return new ListenOptions(backlog, reuse, receiveBuffer, other);
    }
}
