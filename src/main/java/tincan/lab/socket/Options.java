package tincan.lab.socket;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// `setsockopt`, told to the log.
final class Options {
    private Options() {}

    static void reuse(Tap tap, NetworkChannel channel, boolean on) throws IOException {
        set(tap, channel, StandardSocketOptions.SO_REUSEADDR, on);
    }

    static void noDelay(Tap tap, NetworkChannel channel, boolean on) throws IOException {
        set(tap, channel, StandardSocketOptions.TCP_NODELAY, on);
    }

    static void receiveBuffer(Tap tap, NetworkChannel channel, int bytes) throws IOException {
        set(tap, channel, StandardSocketOptions.SO_RCVBUF, bytes);
    }

    static <T> void set(Tap tap, NetworkChannel channel, SocketOption<T> option, T value) throws IOException {
        channel.setOption(option, value);
        tap.called(SocketCall.SET_OPTION,
                option.name() + " " + (value instanceof Boolean on ? on ? "on" : "off" : value));
    }

    /// Closes what came to nothing.
    static void discard(NetworkChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it came to nothing anyway
        }
    }
}
