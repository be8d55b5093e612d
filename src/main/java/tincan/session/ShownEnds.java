package tincan.session;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.trace.export.LiveEnd;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// What the guests of a host show of their ends. Only a guest that was asked can show anything. Any thread.
final class ShownEnds implements FarEnds {
    /// What so many guests showed is kept, of those that are gone the oldest first.
    private static final int KEPT = 8;

    private final SideDoor door;
    private final Connections connections;
    private final SharedRoom room;
    private final EventLog log;
    private final Runnable onChange;
    /// By member, who was asked longest ago first. Owner: the lock on this object.
    private final Map<Integer, Guest> guests = new LinkedHashMap<>();

    /// A guest that was asked. Owner of its fields: the lock on the ends.
    private static final class Guest {
        private FarState state = FarState.ASKED;
        private String name = "";
        private @Nullable EventsIn channel;
        private @Nullable LiveEnd end;
    }

    /// @param door knows who shows its end
    /// @param onChange called when anything about them changed; must not block
    ShownEnds(SideDoor door, Connections connections, SharedRoom room, EventLog log, Runnable onChange) {
        this.door = door;
        this.connections = connections;
        this.room = room;
        this.log = log;
        this.onChange = onChange;
    }

    @Override
    public FarState state(String connection) {
        return connections.named(connection).map(this::state).orElse(FarState.NOBODY);
    }

    private FarState state(MemberConnection connection) {
        if (!(connection instanceof FramedMember)) {
            return FarState.PLAIN;
        }
        synchronized (this) {
            Guest guest = guests.get(connection.seat.member());
            return guest == null ? FarState.UNASKED : guest.state;
        }
    }

    @Override
    public void ask(String connection) {
        connections.named(connection).ifPresent(one -> {
            if (one instanceof FramedMember member && state(one) == FarState.UNASKED) {
                synchronized (this) {
                    guests.computeIfAbsent(member.seat.member(), _ -> new Guest()).state = FarState.ASKED;
                }
                member.askForEnd();
                onChange.run();
            }
        });
    }

    /// A member came in, perhaps again: what it was asked before, it is asked again, on this connection.
    void cameIn(MemberConnection connection) {
        if (connection instanceof FramedMember member && isWanted(member.seat.member())) {
            member.askForEnd();
            onChange.run();
        }
    }

    private synchronized boolean isWanted(int member) {
        Guest guest = guests.get(member);
        if (guest == null || guest.state == FarState.DECLINED || guest.state == FarState.CUT) {
            return false;
        }
        if (guest.channel == null) {
            guest.state = FarState.ASKED;
        }
        return true;
    }

    /// A guest said no, or shows its end no longer.
    void declined(int member) {
        EventsIn channel;
        synchronized (this) {
            Guest guest = guests.get(member);
            if (guest == null || guest.state == FarState.CUT) {
                return;
            }
            guest.state = FarState.DECLINED;
            channel = guest.channel;
        }
        if (channel != null) {
            channel.close();
        }
        onChange.run();
    }

    /// The connection of a member is over, and with it what was shown of it.
    void gone(MemberConnection connection) {
        EventsIn channel;
        synchronized (this) {
            Guest guest = guests.get(connection.seat.member());
            channel = guest == null ? null : guest.channel;
        }
        if (channel != null && channel.shown().equals(connection)) {
            channel.close();
        }
    }

    /// A guest has made the connection by which it shows its end. Takes it until it is over.
    ///
    /// @param passed to be called once the guest has proven who it is
    /// @return why it is not taken; empty once it was and is over
    Optional<Frame.Refused> take(Line line, Frame.Hello hello, Runnable passed) throws IOException {
        Optional<MemberConnection> proven = door.proven(hello);
        if (proven.isEmpty()) {
            return Optional.of(new Frame.Refused(Refusal.NO_PLACE, ""));
        }
        line.readTimeout(0);
        line.reader().limit(EventsIn.FRAME_BYTES);
        EventsIn channel = new EventsIn(line, proven.get(), log, onChange);
        if (!begin(channel)) {
            return Optional.of(new Frame.Refused(Refusal.NO_PLACE, ""));
        }
        passed.run();
        line.tap().note("carries what a guest shows; not seen from here on");
        line.tap().quiet();
        if (!door.isIn(proven.get())) {
            channel.close(); // it went before it was seen to have this
        }
        boolean good = false;
        try {
            good = channel.serve(door.welcome(proven.get()));
        } finally {
            over(channel, good);
        }
        return Optional.empty();
    }

    /// @return false if nobody has asked for it
    private boolean begin(EventsIn channel) {
        int member = channel.shown().seat.member();
        String name = room.ask(inside -> inside.members().nameOf(member));
        EventsIn before;
        synchronized (this) {
            Guest guest = guests.get(member);
            if (guest == null || (guest.state != FarState.ASKED && guest.state != FarState.SHOWN)) {
                return false;
            }
            before = guest.channel;
            guest.name = name;
            guest.channel = channel;
            guest.end = channel.end();
            guest.state = FarState.SHOWN;
            forgetOldest();
        }
        if (before != null) {
            before.close();
        }
        onChange.run();
        return true;
    }

    /// Under the lock.
    private void forgetOldest() {
        long kept = guests.values().stream().filter(guest -> guest.end != null).count();
        for (Guest guest : guests.values()) {
            if (kept > KEPT && guest.end != null && guest.channel == null) {
                guest.end = null;
                kept--;
            }
        }
    }

    private void over(EventsIn channel, boolean good) {
        MemberConnection shown = channel.shown();
        boolean there = door.isIn(shown);
        synchronized (this) {
            Guest guest = guests.get(shown.seat.member());
            if (guest == null || !channel.equals(guest.channel)) {
                return; // another has taken over
            }
            guest.channel = null;
            if (!good) {
                guest.state = FarState.CUT;
            } else if (guest.state == FarState.SHOWN) {
                guest.state = there ? FarState.UNASKED : FarState.ASKED;
            }
        }
        onChange.run();
    }

    @Override
    public synchronized List<FarEnd> all() {
        return guests.values().stream().map(ShownEnds::end).filter(Objects::nonNull).toList();
    }

    private static @Nullable FarEnd end(Guest guest) {
        LiveEnd end = guest.end;
        return end == null
                ? null
                : new FarEnd(guest.name, end.log(), end.clock().ahead(), end.clock().error());
    }
}
