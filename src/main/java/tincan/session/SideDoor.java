package tincan.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import tincan.wire.Frame;

/// Where guests come who are in already and make another connection, for one purpose: it finds out whose it is, by the
/// key with which that guest may come back. It gives and takes no place. Any thread.
final class SideDoor {
    private final Supplier<String> session;
    private final Connections connections;
    private final SharedRoom room;

    /// @param session the room's id
    SideDoor(Supplier<String> session, Connections connections, SharedRoom room) {
        this.session = session;
        this.connections = connections;
        this.room = room;
    }

    /// The connection by which the guest is in that says this hello on another.
    Optional<MemberConnection> proven(Frame.Hello hello) {
        return hello.back().filter(this::isKey).flatMap(back -> connections.of(back.member()));
    }

    /// Takes equally long wherever the two differ.
    private boolean isKey(Frame.Return back) {
        return back.session().equals(session.get()) && room.ask(inside -> inside.members().keyOf(back.member()))
                .filter(key -> MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8),
                        back.key().getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /// Whether the guest is still in by this connection.
    boolean isIn(MemberConnection connection) {
        return connections.of(connection.seat.member()).filter(connection::equals).isPresent();
    }

    /// Whether it is, and was not removed.
    boolean isSeated(MemberConnection connection) {
        return isIn(connection) && room.ask(inside -> inside.members().has(connection.seat.member()));
    }

    /// What the host answers on the other connection.
    Frame.Welcome welcome(MemberConnection connection) {
        return new Frame.Welcome(Frame.VERSION, session.get(), "", connection.seat.member(), "", "", 0, 0, 0, 0);
    }
}
