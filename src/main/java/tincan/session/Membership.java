package tincan.session;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.room.Place;
import tincan.session.Entrance.Entered;
import tincan.session.Entrance.PlaceGone;
import tincan.session.SessionFailure.Kind;
import tincan.trace.EventLog;
import tincan.wire.Frame;

/// A guest's membership of a room on another computer: how it comes in and comes back, who it is there, how far it has
/// followed the conversation, and what is known of the host. It outlives connections, and with a keeper the program.
final class Membership {
    private final GuestOptions options;
    private final GuestKeeper keeper;
    private final Entrance entrance;
    /// Owner: the reader's thread.
    private final Place place = new Place();
    private volatile Frame.@Nullable Welcome welcome;
    /// Written by the thread that comes in, and by whoever compared the words.
    private volatile @Nullable Security security;
    /// Owner: the thread that comes in.
    private GuestOptions.Access access;
    /// What an earlier process knew of the host, for a guest that takes up its place. Owner: the thread that comes in.
    private Optional<Security.Level> known = Optional.empty();
    /// The entry with which this guest came in. Owner: the reader's thread.
    private long joinedAt;

    /// @param entrance by which it comes in
    Membership(GuestOptions options, GuestKeeper keeper, Entrance entrance) {
        this.options = options;
        this.keeper = keeper;
        this.entrance = entrance;
        this.access = options.access();
    }

    /// Comes in for the first time: takes the place that an earlier process had, if it is still there, or comes in as
    /// somebody new.
    ///
    /// @throws PlaceGone if a host says so to one that claims none
    Entered enter() throws SessionFailure, PlaceGone {
        Entered in = enterFirst();
        joinedAt = keeper.begin(in.welcome(), settle(in), place);
        welcome = in.welcome();
        return in;
    }

    private Entered enterFirst() throws SessionFailure, PlaceGone {
        Optional<GuestKeeper.Kept> kept = keeper.open();
        if (kept.isPresent()) {
            known = Optional.of(kept.get().level());
            access = GuestOptions.Access.of(kept.get().level());
            try {
                return entrance.enter(new Entrance.Claim(Optional.of(kept.get().back()), access));
            } catch (PlaceGone e) {
                // somebody new, then
            } catch (SessionFailure e) {
                boolean otherKind = e.kind() == Kind.CODE_NEEDED
                        || (e.kind() == Kind.NOT_PRIVATE && !kept.get().fresh());
                if (!otherKind) {
                    throw e;
                }
            }
            known = Optional.empty();
            access = options.access();
            keeper.forget();
        }
        return entrance.enter(new Entrance.Claim(Optional.empty(), access));
    }

    /// Comes back to its place, by another connection.
    Entered enterAgain() throws SessionFailure, PlaceGone {
        Frame.Welcome before = Objects.requireNonNull(welcome);
        Entered in = entrance.enter(new Entrance.Claim(Optional.of(back(before, place.last())), access));
        settle(in);
        welcome = in.welcome();
        return in;
    }

    private static Frame.Return back(Frame.Welcome in, long last) {
        return new Frame.Return(in.session(), in.member(), in.key(), last);
    }

    /// What kind of session this is, is settled the first time: nobody who stands in between later can make it another.
    /// And what was known of the host at first is all that is known when this guest is back.
    private Security.Level settle(Entered in) {
        Security found = in.security();
        Security before = security;
        Security.Level level = before != null ? before.level() : known.orElse(found.level());
        access = GuestOptions.Access.of(level);
        security = new Security(level, found.protocol(), found.cipherSuite(), found.words());
        return level;
    }

    /// Gives up coming in. From any thread.
    void abandon() {
        entrance.abandon();
    }

    /// Whether it has ever come in. From any thread, as all that follow but the last two.
    boolean isIn() {
        return welcome != null;
    }

    /// A claim to make another connection with; empty before it is in.
    Optional<Entrance.Claim> claim(Frame.Purpose purpose) {
        Frame.Welcome in = welcome;
        Security now = security;
        return in == null || now == null
                ? Optional.empty()
                : Optional.of(new Entrance.Claim(Optional.of(back(in, 0)), GuestOptions.Access.of(now.level()),
                        purpose));
    }

    /// By which it makes another connection, one that is not recorded.
    Entrance sideEntrance() {
        return new Entrance(options, EventLog.off(), _ -> {
        });
    }

    /// What the host calls the session; empty before it is in.
    String title() {
        Frame.Welcome in = welcome;
        return in == null ? "" : in.title();
    }

    Person self() {
        Frame.Welcome in = welcome;
        return in == null
                ? new Person(0, options.name(), false, Optional.empty())
                : new Person(in.member(), in.name(), true, Optional.empty());
    }

    /// How its connection is protected; empty before it is in.
    Optional<Security> security() {
        return Optional.ofNullable(security);
    }

    /// A person compared the safety words.
    void compared() {
        Security now = security;
        if (now != null) {
            security = now.compared();
        }
    }

    /// How far it has followed the conversation. Owner: the reader's thread.
    Place place() {
        return place;
    }

    /// The entry before which all is history. Owner: the reader's thread.
    long joinedAt() {
        return joinedAt;
    }
}
