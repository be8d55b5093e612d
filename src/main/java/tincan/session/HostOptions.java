package tincan.session;

import java.nio.file.Path;
import java.util.Optional;
import tincan.room.RoomRules;
import tincan.text.Text;

/// How a session is to be hosted.
///
/// @param name the host's own name in the room
/// @param bind the address to listen on; empty for all of this computer's
/// @param port the TCP port; 0 takes any free one
/// @param text the words for those who join with plain lines
/// @param announced whether it is announced on the network
/// @param journal the file that keeps the room should this program die; empty to keep it in memory alone
public record HostOptions(String name, String title, Optional<String> bind, int port, RoomRules rules, Text text,
        Privacy privacy, boolean announced, Optional<Path> journal) {

    public HostOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /// An open lesson on all addresses, by the usual rules, not announced.
    public static HostOptions open(String name, String title, int port, Text text) {
        return new HostOptions(name, title, Optional.empty(), port, RoomRules.DEFAULT, text, Privacy.OPEN, false,
                Optional.empty());
    }

    /// The same, reachable from this computer alone.
    public HostOptions onLoopback() {
        return new HostOptions(name, title, Optional.of("127.0.0.1"), port, rules, text, privacy, false, journal);
    }

    /// The same, for a room with other rules.
    public HostOptions withRules(RoomRules other) {
        return new HostOptions(name, title, bind, port, other, text, privacy, announced, journal);
    }

    /// The same, with another way in.
    public HostOptions withPrivacy(Privacy other) {
        return new HostOptions(name, title, bind, port, rules, text, other, announced, journal);
    }

    /// The same, announced on the network.
    public HostOptions onTheNetwork() {
        return new HostOptions(name, title, bind, port, rules, text, privacy, true, journal);
    }

    /// The same, with its room kept in `file`.
    public HostOptions keptIn(Path file) {
        return new HostOptions(name, title, bind, port, rules, text, privacy, announced, Optional.of(file));
    }
}
