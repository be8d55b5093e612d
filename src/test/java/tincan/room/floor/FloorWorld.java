package tincan.room.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tincan.room.floor.FloorParticipant.State;

/// A host and four guests who press their keys on a bad network, in simulated time: delays with spikes, clocks that
/// drift, programs that crash, connections that stand still and break. After each event nobody but one may be able to
/// speak, and nobody may have waited longer than the turns before it add up to.
final class FloorWorld {
    private static final int HOST = 1;
    private static final int GUESTS = 4;
    /// The guest whose messages take long each way, always.
    private static final int SLOW = 3;
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(10);
    /// A turn, and until it is certain that it is over.
    private static final long LONGEST_TURN = LIMIT + Timing.LEASE + Timing.MARGIN;
    /// What a connection may stand still at the most.
    private static final long STANDSTILL = millis(8000);
    /// Everybody else had a turn, and the host took one besides, twice.
    private static final long PATIENCE = (GUESTS + 3) * LONGEST_TURN + 2 * STANDSTILL;

    private final RandomGenerator random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Floor floor = new Floor(HOST, LIMIT, 0);
    private final List<Guest> guests = new ArrayList<>();
    private final Supplier<FloorParticipant> key;
    private final Tally tally;
    private long now;
    private long number;
    private long hostPress;
    /// Nobody does anything more of their own, and the network has its good days.
    private boolean calm;
    private long serverDue = Long.MAX_VALUE;

    /// What happened, to see that the simulation is worth something.
    static final class Tally {
        long turns;
        long crashes;
        long standstills;
        long revoked;
        long longestWait;
    }

    private record Event(long at, long number, Runnable what) {}

    /// @param key makes a participant
    FloorWorld(long seed, Supplier<FloorParticipant> key, Tally tally) {
        this.random = new SplittableRandom(seed);
        this.key = key;
        this.tally = tally;
        for (int guest = 0; guest < GUESTS; guest++) {
            guests.add(new Guest(HOST + 1 + guest));
        }
        serve(floor.mode(true, now));
        guests.forEach(Guest::connect);
        guests.forEach(guest -> guest.live(between(0, 2000)));
        in(between(0, 5000), this::hostLives);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /// A random time between two, in milliseconds.
    private long between(long least, long most) {
        return millis(least) + random.nextLong(millis(most - least) + 1);
    }

    private void in(long nanos, Runnable what) {
        events.add(new Event(now + nanos, number++, what));
    }

    /// Lets it happen for so long, then lets everybody rest, and sees that the floor is still to be had.
    void run(long nanos) {
        advance(nanos);
        calm = true;
        advance(millis(60_000) + PATIENCE);
        if (floor.holder() != 0) {
            throw new AssertionError("member " + floor.holder() + " has the floor and nobody wants it");
        }
        for (Guest guest : guests) {
            guest.press();
            advance(millis(4000));
            if (guest.participant.state() != State.HAS_PERMISSION) {
                throw new AssertionError("member " + guest.member + " is stuck: " + guest.participant.state());
            }
            guest.letGo();
            advance(millis(3000));
        }
    }

    private void advance(long nanos) {
        long end = now + nanos;
        while (!events.isEmpty() && events.peek().at <= end) {
            Event next = events.remove();
            now = next.at;
            next.what.run();
            look();
        }
        now = end;
    }

    private void look() {
        int speakers = floor.holder() == HOST ? 1 : 0;
        for (Guest guest : guests) {
            speakers += guest.participant.maySpeak(guest.clock()) ? 1 : 0;
            guest.lookAtWait();
        }
        if (speakers > 1) {
            throw new AssertionError(speakers + " speak at once after " + TimeUnit.NANOSECONDS.toMillis(now) + " ms");
        }
    }

    private void serve(List<Floor.Effect> effects) {
        for (Floor.Effect effect : effects) {
            switch (effect) {
                case Floor.Tell(int member, FloorMessage.FromServer message) -> {
                    tally.revoked += message instanceof FloorMessage.Revoked ? 1 : 0;
                    if (member != HOST) {
                        guests.get(member - HOST - 1).fromServer.carry(message);
                    }
                }
                case Floor.Moved _ -> guests.forEach(guest -> guest.fromServer.carry(floor.holder() == 0
                        ? new FloorMessage.Idle(floor.epoch())
                        : new FloorMessage.Taken(floor.epoch(), floor.holder(), "", 0)));
                case Floor.Warned _,Floor.Spoke _ -> {
                }
            }
        }
        OptionalLong due = floor.untilDue(now);
        long at = due.isEmpty() ? Long.MAX_VALUE : now + due.getAsLong();
        if (at < Long.MAX_VALUE && at != serverDue) {
            in(at - now, () -> serve(floor.tick(now)));
        }
        serverDue = at;
    }

    private void hostLives() {
        if (!calm) {
            hostPress++;
            serve(random.nextInt(4) == 0
                    ? floor.override(hostPress, now)
                    : floor.heard(HOST, new FloorMessage.Request(hostPress), now));
            if (random.nextInt(3) == 0) {
                serve(floor.heard(HOST, new FloorMessage.Request(++hostPress), now));
            }
            in(between(50, 9000), () -> {
                serve(floor.heard(HOST, new FloorMessage.Cancel(hostPress), now));
                in(between(40_000, 200_000), this::hostLives);
            });
        }
    }

    /// One way of a connection: everything in order, each after a delay of its own; nothing after it is cut.
    private final class Way {
        private final Consumer<FloorMessage> arrives;
        private long last;
        private long stillUntil;
        private int connection;
        private boolean open;
        private final long lag;

        /// @param lag what every message takes at the least
        Way(long lag, Consumer<FloorMessage> arrives) {
            this.lag = lag;
            this.arrives = arrives;
        }

        void carry(FloorMessage message) {
            if (!open) {
                return;
            }
            long delay = lag + (!calm && random.nextInt(60) == 0 ? between(0, 900) : between(0, 30));
            last = Math.max(Math.max(last, stillUntil), now + delay);
            int sentBy = connection;
            in(last - now, () -> {
                if (open && sentBy == connection) {
                    arrives.accept(message);
                }
            });
        }

        void cut() {
            open = false;
        }

        void open() {
            connection++;
            open = true;
            last = now;
            stillUntil = now;
        }
    }

    /// Somebody with a key, a clock that drifts, and a connection.
    private final class Guest {
        private final int member;
        private final double drift = 1 + (random.nextDouble() - 0.5) * 400e-6;
        private final long offset = random.nextLong(1L << 50);
        private final Way toServer;
        private final Way fromServer;
        private FloorParticipant participant = key.get();
        private boolean pressed;
        private long waitsSince = Long.MAX_VALUE;
        private State before = State.HAS_NO_PERMISSION;

        Guest(int member) {
            this.member = member;
            long lag = member == SLOW ? between(300, 450) : 0;
            this.toServer = new Way(lag,
                    message -> serve(floor.heard(member, (FloorMessage.FromParticipant) message, now)));
            this.fromServer = new Way(lag,
                    message -> act(participant.heard((FloorMessage.FromServer) message, clock())));
        }

        long clock() {
            return offset + (long) (now * drift);
        }

        /// A new connection takes the place of the one before, whatever each side thought of that.
        void connect() {
            act(participant.disconnected());
            serve(floor.lost(member, now));
            toServer.open();
            fromServer.open();
            act(participant.mode(true));
            act(participant.connected());
        }

        private void act(List<FloorParticipant.Effect> effects) {
            for (FloorParticipant.Effect effect : effects) {
                if (effect instanceof FloorParticipant.Send(FloorMessage.FromParticipant message)) {
                    toServer.carry(message);
                }
            }
            FloorParticipant now = participant;
            now.untilDue(clock()).ifPresent(due -> in((long) (due / drift) + 1, () -> {
                if (now.equals(participant)) {
                    act(participant.tick(clock()));
                }
            }));
        }

        void press() {
            act(participant.press(clock()));
        }

        private void pressAgain() {
            if (pressed) {
                press();
            }
        }

        void letGo() {
            act(participant.release());
        }

        void lookAtWait() {
            State state = participant.state();
            boolean waits = state == State.PENDING_REQUEST || state == State.QUEUED;
            if (!waits) {
                if (state == State.HAS_PERMISSION && state != before) {
                    tally.turns++;
                    tally.longestWait = Math.max(tally.longestWait, now - Math.min(now, waitsSince));
                }
                waitsSince = Long.MAX_VALUE;
            } else if (waitsSince == Long.MAX_VALUE) {
                waitsSince = now;
            } else if (now - waitsSince > PATIENCE) {
                throw new AssertionError("member " + member + " waits without end");
            }
            before = state;
        }

        /// Presses, holds, lets go, and now and then something goes wrong.
        void live(long after) {
            in(after, () -> {
                if (calm) {
                    letGo();
                    return;
                }
                int luck = random.nextInt(100);
                if (luck < 8) {
                    crash();
                } else if (luck < 16) {
                    standStill();
                }
                press();
                pressed = true;
                if (random.nextInt(4) == 0) {
                    in(between(0, 1000), this::pressAgain);
                }
                in(howLong(), () -> {
                    pressed = false;
                    letGo();
                    live(random.nextInt(3) == 0 ? between(0, 60) : between(0, 6000));
                });
            });
        }

        private long howLong() {
            return switch (random.nextInt(4)) {
                case 0 -> between(0, 120);
                case 1 -> between(100, 3000);
                case 2 -> between(2000, 9000);
                default -> between(8000, 60_000);
            };
        }

        /// The program is gone; the server notices sooner or later, and another one comes.
        private void crash() {
            tally.crashes++;
            participant = key.get();
            act(participant.mode(true));
            toServer.cut();
            int connection = toServer.connection;
            long noticed = random.nextInt(2) == 0 ? between(0, 20) : between(0, 4000);
            in(noticed, () -> ifStill(connection, () -> {
                fromServer.cut();
                serve(floor.lost(member, now));
                in(between(10, 2000), () -> ifStill(connection, this::connect));
            }));
        }

        /// Nothing gets through for a while. After three seconds each side takes the other for dead.
        private void standStill() {
            tally.standstills++;
            long still = random.nextLong(200, 4500);
            toServer.stillUntil = now + millis(still);
            fromServer.stillUntil = now + millis(still);
            if (still >= 3000) {
                int connection = toServer.connection;
                in(between(3000, Math.min(3500, still)), () -> ifStill(connection, () -> {
                    toServer.cut();
                    act(participant.disconnected());
                }));
                in(between(3000, Math.min(3500, still)), () -> ifStill(connection, () -> {
                    fromServer.cut();
                    serve(floor.lost(member, now));
                }));
                in(between(3500, 8000), () -> ifStill(connection, this::connect));
            }
        }

        private void ifStill(int connection, Runnable what) {
            if (connection == toServer.connection) {
                what.run();
            }
        }
    }
}
