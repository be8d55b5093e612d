package tincan.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in a room or may come back, in the order they came; no two have one name or one number. Only the room changes
/// who that is. Owner: the lock of the room.
public final class Members {
    private final Map<Integer, Member> byNumber = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private int last;
    private boolean moved;
    private boolean typingMoved;
    /// Those whose connection is gone, or is another one, since the last [#takeUnseated].
    private final List<Integer> unseated = new ArrayList<>();

    Members() {}

    /// Those who were in a room that is restored.
    ///
    /// @param last the highest number that was given
    void restore(Collection<Member> members, int last) {
        this.last = last;
        for (Member member : members) {
            byNumber.put(member.number, member);
            names.add(folded(member.name));
        }
    }

    /// Somebody new, under a name and a number that nobody has.
    Member add(String name, String key, boolean mayReturn) {
        Member member = new Member(++last, unique(name), key, mayReturn);
        byNumber.put(member.number, member);
        moved = true;
        return member;
    }

    /// Makes a name that nobody has.
    ///
    /// @return the name, or the name with the first number from 2 on that nobody has, as in `Ada (2)`
    private String unique(String name) {
        String free = name;
        for (int n = 2; !names.add(folded(free)); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// A member has come back by another connection.
    ///
    /// @return whether it was away
    boolean seatAgain(Member member) {
        member.turn++;
        member.refused = 0; // what this connection has not sent yet comes again in order
        member.mayHave = Long.MAX_VALUE;
        unseated.add(member.number);
        type(member, false);
        boolean away = !member.present;
        member.present = true;
        member.lostAt = Instant.MAX;
        moved |= away;
        return away;
    }

    /// A member's connection is gone, and it keeps its place.
    void lose(Member member, Instant now) {
        member.present = false;
        member.lostAt = now;
        unseated.add(member.number);
        type(member, false);
        moved = true;
    }

    void remove(Member member) {
        byNumber.remove(member.number);
        unseated.add(member.number);
        names.remove(folded(member.name));
        type(member, false);
        moved = true;
    }

    void type(Member member, boolean now) {
        if (member.typing != now) {
            member.typing = now;
            typingMoved = true;
        }
    }

    @Nullable
    Member of(int number) {
        return byNumber.get(number);
    }

    /// The member whose connection has this seat; null if the seat is another connection's by now, or nobody's.
    @Nullable
    Member seated(Seat seat) {
        Member member = byNumber.get(seat.member());
        return member != null && member.present && member.turn == seat.turn() ? member : null;
    }

    /// Those who have been away since then.
    List<Member> awaySince(Instant then) {
        return byNumber.values().stream().filter(member -> !member.present && !member.lostAt.isAfter(then)).toList();
    }

    /// The one who has been away longest; empty if nobody is.
    Optional<Member> longestAway() {
        return byNumber.values().stream().filter(member -> !member.present)
                .min(Comparator.comparing(member -> member.lostAt));
    }

    /// The lowest number up to which one of those present but `author` has acknowledged; empty if nobody else is.
    OptionalLong acknowledgedByAllBut(int author) {
        return byNumber.values().stream().filter(member -> member.present && member.number != author)
                .mapToLong(member -> member.acknowledged).min();
    }

    /// As they are written down.
    List<MemberState> states() {
        return byNumber.values().stream().map(Member::state).toList();
    }

    /// The highest number that was given.
    int last() {
        return last;
    }

    int size() {
        return byNumber.size();
    }

    /// Everybody who is in or may come back, in the order they came.
    public List<Attendee> all() {
        return byNumber.values().stream().map(member -> new Attendee(member.number, member.name, member.present))
                .toList();
    }

    /// Whether somebody with this number is in or may come back.
    public boolean has(int number) {
        return byNumber.containsKey(number);
    }

    /// Whether this seat's connection is the member's own, and the member is in.
    public boolean isSeated(Seat seat) {
        return seated(seat) != null;
    }

    /// The name of a member; empty if there is none with this number.
    public String nameOf(int number) {
        Member member = byNumber.get(number);
        return member == null ? "" : member.name;
    }

    /// The secret with which a member may come back to its place; empty if there is no such member.
    public Optional<String> keyOf(int number) {
        return Optional.ofNullable(byNumber.get(number)).filter(member -> member.mayReturn).map(member -> member.key);
    }

    /// The text of a member that was not taken because it had not the floor; 0 if there is none.
    public long refused(int number) {
        Member member = byNumber.get(number);
        return member == null ? 0 : member.refused;
    }

    /// The numbers of the first few members who type, at most `most`.
    public List<Integer> typists(int most) {
        return byNumber.values().stream().filter(member -> member.typing).map(member -> member.number).limit(most)
                .toList();
    }

    /// Those whose connection has gone, or became another one, since the last call.
    public List<Integer> takeUnseated() {
        List<Integer> gone = List.copyOf(unseated);
        unseated.clear();
        return gone;
    }

    /// Whether somebody came, went or was lost since the last call.
    public boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    /// Whether who types changed since the last call.
    public boolean takeTypingMoved() {
        boolean was = typingMoved;
        typingMoved = false;
        return was;
    }
}
