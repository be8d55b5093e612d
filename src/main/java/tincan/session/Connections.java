package tincan.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The connections of a host's members, one each. Any thread.
final class Connections {
    private final Map<Integer, MemberConnection> byMember = new ConcurrentHashMap<>();

    /// Takes a connection in. Of two of one member the one that came in later stays.
    void add(MemberConnection connection) {
        byMember.merge(connection.seat.member(), connection, Connections::later);
    }

    private static MemberConnection later(MemberConnection one, MemberConnection other) {
        boolean otherIsLater = other.seat.turn() > one.seat.turn();
        (otherIsLater ? one : other).cut(EndReason.SUPERSEDED);
        return otherIsLater ? other : one;
    }

    void remove(MemberConnection connection) {
        byMember.remove(connection.seat.member(), connection);
    }

    Optional<MemberConnection> of(int member) {
        return Optional.ofNullable(byMember.get(member));
    }

    /// The member's connection that has this name in the log.
    Optional<MemberConnection> named(String connection) {
        return all().stream().filter(one -> one.line.name().equals(connection)).findFirst();
    }

    /// The members whose connections come from one place.
    ///
    /// @param origin see [Origin]
    List<Integer> membersFrom(String origin) {
        return all().stream().filter(connection -> connection.line.origin().equals(origin))
                .map(connection -> connection.seat.member()).toList();
    }

    boolean isEmpty() {
        return byMember.isEmpty();
    }

    /// Looks after each; called every [Silence#TICK_MILLIS] by one thread.
    void tick(long number) {
        for (MemberConnection connection : byMember.values()) {
            EndReason reason = connection.tick(number);
            if (reason != EndReason.NONE) {
                connection.cut(reason);
            }
        }
    }

    /// Ends all politely.
    ///
    /// @param farewell in the words of the protocol
    void end(String farewell) {
        all().forEach(connection -> connection.goodbye(farewell));
    }

    void cutAll(EndReason reason) {
        all().forEach(connection -> connection.cut(reason));
    }

    private Collection<MemberConnection> all() {
        return byMember.values();
    }
}
