package tincan.lab.socket;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tincan.trace.SocketCall;

/// A time limit for a call that knows none: when it is over, something is done that ends the call.
///
/// @param longest how long the call may take
/// @param end what ends it; any thread
record TimeLimit(Sockets sockets, SocketCall call, Duration longest, Runnable end) {

    /// The call, or what of it may block.
    @FunctionalInterface
    interface Blocking<T> {
        T make() throws IOException;
    }

    /// Makes the call.
    ///
    /// @param ended what it returns when it was ended
    <T> T make(Blocking<T> blocking, T ended) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> watch = sockets.later(() -> {
            late.set(true);
            end.run();
        }, longest);
        T result = ended;
        try {
            result = blocking.make();
        } catch (IOException e) {
            if (!late.get()) {
                throw e;
            }
        } finally {
            watch.cancel(false);
        }
        if (late.get() && result.equals(ended)) {
            throw new SocketTrouble(SocketTrouble.Kind.TIMED_OUT, call, call.posix() + " timed out");
        }
        return result;
    }
}
