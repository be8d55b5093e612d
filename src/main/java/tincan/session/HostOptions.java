package tincan.session;

import java.util.Optional;
import tincan.room.RoomRules;
import tincan.text.Text;

/// How a session is to be hosted.
///
/// @param name the host's own name in the room
/// @param bind the address to listen on; empty for all of this computer's
/// @param port the TCP port; 0 takes any free one
/// @param text the words for those who join with plain lines
public record HostOptions(String name, String title, Optional<String> bind, int port, RoomRules rules, Text text) {

    public HostOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /// On all addresses, by the usual rules.
    public static HostOptions open(String name, String title, int port, Text text) {
        return new HostOptions(name, title, Optional.empty(), port, RoomRules.DEFAULT, text);
    }

    /// The same, reachable from this computer alone.
    public HostOptions onLoopback() {
        return new HostOptions(name, title, Optional.of("127.0.0.1"), port, rules, text);
    }

    /// The same, for a room with other rules.
    public HostOptions withRules(RoomRules other) {
        return new HostOptions(name, title, bind, port, other, text);
    }
}
