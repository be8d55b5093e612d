package tincan.session;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

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

    /// Ends those from one place politely.
    ///
    /// @param which see [Line#origin]
    /// @param farewell in the words of the protocol
    void end(Predicate<MemberConnection> which, String farewell) {
        all().stream().filter(which).forEach(connection -> connection.goodbye(farewell));
    }

    void cutAll(EndReason reason) {
        all().forEach(connection -> connection.cut(reason));
    }

    private Collection<MemberConnection> all() {
        return byMember.values();
    }
}
