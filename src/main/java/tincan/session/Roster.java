package tincan.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tincan.room.Entry;
import tincan.wire.Frame;

/// Who is in the room, as a guest knows it: the host's list, and since then the entries. Thread-safe.
final class Roster {
    /// Owner: the lock on this object.
    private final Map<Integer, Person> people = new LinkedHashMap<>();

    /// Whether the next list replaces this one. Owner: the lock on this object.
    private boolean restarting;

    /// The host will tell anew who is there.
    synchronized void restart() {
        restarting = true;
    }

    synchronized void add(Frame.Roster part) {
        if (restarting) {
            people.clear();
            restarting = false;
        }
        part.members().forEach(one -> put(one.member(), one.name(), one.present()));
    }

    /// Takes note of what an entry says about who is there.
    ///
    /// @return whether it changed anything
    synchronized boolean take(Entry entry) {
        switch (entry.body()) {
            case Entry.Joined _,Entry.Returned _ -> put(entry.member(), entry.from(), true);
            case Entry.Lost _ -> put(entry.member(), entry.from(), false);
            case Entry.Left _ -> people.remove(entry.member());
            case Entry.Said _,Entry.ModeSet _,Entry.Spoke _,Entry.Unknown _ -> {
                return false;
            }
        }
        return true;
    }

    private void put(int member, String name, boolean present) {
        people.put(member, new Person(member, name, present, Optional.empty()));
    }

    synchronized List<Person> all() {
        return new ArrayList<>(people.values());
    }

    synchronized List<Person> of(List<Integer> members) {
        return members.stream().map(people::get).filter(Objects::nonNull).toList();
    }
}
