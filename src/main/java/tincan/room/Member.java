package tincan.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/// One member as the room keeps it. Owner: the lock of the room.
final class Member {
    final int number;
    final String name;
    final String key;
    final boolean mayReturn;
    int turn = 1;
    boolean present = true;
    boolean typing;
    long said;
    long acknowledged;
    /// Its text that was not taken because it had not the floor; no later one is taken before it. 0 if there is none.
    long refused;
    Instant lostAt = Instant.MAX;
    /// The last entry that it can have, while it has not come back to a room that was restored.
    long mayHave = Long.MAX_VALUE;

    Member(int number, String name, String key, boolean mayReturn) {
        this.number = number;
        this.name = name;
        this.key = key;
        this.mayReturn = mayReturn;
    }

    Seat seat() {
        return new Seat(number, turn);
    }

    /// Whether it may come back with this secret. Takes equally long wherever the two differ.
    boolean mayReturnWith(String secret) {
        return mayReturn && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    MemberState state() {
        return new MemberState(number, name, key, mayReturn, present, said);
    }
}
