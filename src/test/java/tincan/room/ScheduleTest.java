package tincan.room;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// Runs a room and its guests through random schedules of joins, texts, acknowledgements, cuts, stalls and returns, all
/// in memory, with bytes cut anywhere; a model says what each must have seen. Half of the rooms are kept: what is
/// appended is seen once it is written down, and now and then the host dies and goes on with what was. Run one seed
/// again with `-Dschedule.seed=N`; `-Dschedule.runs=N` sets how many.
@Timeout(300)
class ScheduleTest {
    private static final int HOST = 1;
    private static final int RUNS = Integer.getInteger("schedule.runs", 3000);

    @Test
    void everyScheduleEndsWithEqualAndCompleteTranscripts() {
        Long only = Long.getLong("schedule.seed");
        long first = only != null ? only : new SplittableRandom().nextLong(1L << 40);
        int runs = only != null ? 1 : RUNS;
        System.out.println("schedules with seeds " + first + " to " + (first + runs - 1));
        for (long seed = first; seed < first + runs; seed++) {
            try {
                new Schedule(seed).run();
            } catch (AssertionError | RuntimeException | BrokenFrame e) {
                throw new AssertionError("schedule.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /// One run: a room, its host and a handful of guests.
    private static final class Schedule {
        private final RandomGenerator random;
        private final RoomRules rules;
        private final boolean kept;
        private final Journal journal = new Journal();
        private Room room;
        private final List<Guest> guests = new ArrayList<>();
        /// What the room accepted, by number: the model.
        private final List<String> model = new ArrayList<>();
        private final Map<Integer, Long> saidBy = new HashMap<>();
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        Schedule(long seed) {
            random = new SplittableRandom(seed);
            kept = random.nextBoolean();
            rules = new RoomRules(Limits.MEMBERS, random.nextInt(10), 64L << 20, Duration.ofDays(1), Rate.UNLIMITED);
            room = kept ? restored() : new Room(rules);
            apply(new Command.Join("Host", "host key", true));
            publish();
        }

        private Room restored() {
            try {
                return Room.restore(rules, journal.state(), HOST, now);
            } catch (BrokenFrame e) {
                throw new AssertionError(e);
            }
        }

        /// Writes down what nobody sees yet, and lets everybody see it.
        void publish() {
            if (kept) {
                journal.append(room.takeWithheld());
                if (random.nextInt(20) == 0) {
                    journal.rewrite(room.state());
                }
                room.publishTaken();
            }
        }

        /// The host dies and is started again. What was not written down is gone as if it had never been.
        private void crash() {
            model.subList((int) room.publishedSeq(), model.size()).clear();
            saidBy.clear();
            room = restored();
            assertEquals(model.size(), room.restoredSeq(), "the journal holds what was published");
            for (long lost = room.restoredSeq(); lost < room.lastSeq(); lost++) {
                model.add("people");
            }
            model.stream().filter(line -> line.contains(" said ")).map(line -> line.split(" ", 4))
                    .forEach(said -> saidBy.put(Integer.valueOf(said[0]), Long.valueOf(said[2])));
            guests.forEach(Guest::hostDied);
            assertEquals(saidBy.getOrDefault(HOST, 0L), room.admitAgain(HOST).said());
        }

        void run() throws BrokenFrame {
            int steps = 50 + random.nextInt(250);
            for (int step = 0; step < steps; step++) {
                step();
            }
            for (Guest guest : guests) {
                guest.settle();
            }
            publish();
            for (Guest guest : guests) {
                guest.readAll();
            }
            guests.forEach(Guest::check);
        }

        private void step() throws BrokenFrame {
            now = now.plusMillis(random.nextInt(100));
            if (guests.isEmpty() || (guests.size() < 6 && random.nextInt(20) == 0)) {
                guests.add(new Guest(this, guests.size()));
                return;
            }
            if (kept && random.nextInt(30) == 0) {
                crash();
            }
            if (random.nextInt(3) == 0) {
                publish();
            }
            Guest guest = guests.get(random.nextInt(guests.size()));
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> guest.say();
                case 3, 4, 5 -> guest.sendSome();
                case 6, 7, 8 -> guest.readSome();
                case 9 -> guest.acknowledge();
                case 10 -> guest.cut();
                default -> guest.comeBack();
            }
        }

        Outcome apply(Command command) {
            long before = room.lastSeq();
            Outcome outcome = room.apply(command, now);
            if (room.lastSeq() > before) {
                assertEquals(before + 1, room.lastSeq(), "one entry a command");
                model.add(meaning(command));
            }
            return outcome;
        }

        private String meaning(Command command) {
            if (command instanceof Command.Say say) {
                long last = saidBy.getOrDefault(say.seat().member(), 0L);
                assertEquals(last + 1, say.id(), "texts of one author are appended once and in order");
                saidBy.put(say.seat().member(), say.id());
                return say.seat().member() + " said " + say.id() + " " + say.text();
            }
            return "people";
        }

        String meaning(Entry entry) {
            return entry.body() instanceof Entry.Said said
                    ? entry.member() + " said " + said.id() + " " + said.text()
                    : "people";
        }
    }

    /// What a kept room has written down.
    private static final class Journal {
        private final List<MemberState> members = new ArrayList<>();
        private final List<ByteBuffer> entries = new ArrayList<>();
        private int lastMember;

        void append(RoomState fresh) {
            lastMember = fresh.lastMember();
            members.addAll(fresh.members());
            fresh.entries().forEach(slice -> entries.add(ByteBuffer.allocate(slice.remaining()).put(slice).flip()));
        }

        void rewrite(RoomState whole) {
            members.clear();
            entries.clear();
            append(whole);
        }

        RoomState state() {
            return new RoomState(lastMember, members, entries);
        }
    }

    /// A guest as its program keeps it: an outbox and a place that outlive connections.
    private static final class Guest {
        private final Schedule schedule;
        private final String key;
        private final Outbox outbox = new Outbox();
        private final Place place = new Place();
        private final Map<Long, String> seen = new HashMap<>();
        private final Set<Long> delivered = new HashSet<>();
        private final long firstSeen;
        private final int member;
        private final String name;
        private long said;
        private Optional<Connection> connection;
        /// The seat of a connection that is gone, which the room has not noticed.
        private Optional<Seat> unnoticed = Optional.empty();

        Guest(Schedule schedule, int index) {
            this.schedule = schedule;
            this.key = "key " + index;
            Outcome.Admitted in = admitted(new Command.Join("Guest", key, true));
            this.member = in.seat().member();
            this.name = in.name();
            this.firstSeen = in.first();
            place.startBefore(in.first());
            connection = Optional.of(new Connection(in, 0));
        }

        /// A newcomer hears of it once what it is told is written down.
        private Outcome.Admitted admitted(Command command) {
            if (!(schedule.apply(command) instanceof Outcome.Admitted in)) {
                throw new AssertionError("not admitted: " + command);
            }
            schedule.publish();
            return in;
        }

        void hostDied() {
            connection = Optional.empty();
            unnoticed = Optional.empty();
        }

        void say() {
            if (outbox.hasRoom()) {
                said = outbox.add("text " + schedule.random.nextInt(1000) + " é".repeat(schedule.random.nextInt(40)));
            }
        }

        /// Texts reach the room one by one; the connection may break after any of them.
        void sendSome() {
            for (int n = schedule.random.nextInt(5); n > 0 && connection.isPresent(); n--) {
                connection.get().sendOne();
            }
        }

        void readSome() throws BrokenFrame {
            if (connection.isPresent()) {
                connection.get().read(1 + schedule.random.nextInt(400));
            }
        }

        void readAll() throws BrokenFrame {
            while (connection.orElseThrow().read(1000)) {
                assertTrue(connection.isPresent());
            }
        }

        void acknowledge() {
            connection.ifPresent(now -> schedule.apply(new Command.Acknowledge(now.in.seat(), place.last())));
        }

        /// The network goes away. The room may notice, or only when the guest is back.
        void cut() {
            connection.ifPresent(now -> {
                if (schedule.random.nextBoolean()) {
                    schedule.apply(new Command.Lose(now.in.seat()));
                } else {
                    unnoticed = Optional.of(now.in.seat());
                }
                connection = Optional.empty();
                if (schedule.random.nextInt(4) == 0) {
                    now.sendOne(); // what was on its way arrives after all
                }
            });
        }

        void comeBack() {
            if (connection.isEmpty()) {
                // a careful guest claims less than it has, and says again what it has not seen come back
                boolean careful = schedule.random.nextBoolean();
                long last = careful
                        ? Math.max(firstSeen - 1, place.last() - schedule.random.nextInt(10))
                        : place.last();
                Outcome.Admitted in = admitted(new Command.Return(member, key, last));
                assertEquals(member, in.seat().member());
                assertEquals(last + 1, in.first(), "it goes on where it stood");
                long carried = careful ? outbox.deliveredThrough() : in.said();
                outbox.resume(carried);
                unnoticed.ifPresent(seat -> schedule.apply(new Command.Lose(seat))); // noticed only now
                unnoticed = Optional.empty();
                connection = Optional.of(new Connection(in, carried));
            }
        }

        /// The network is well again: everything said gets out, and comes back.
        void settle() throws BrokenFrame {
            comeBack();
            Connection now = connection.orElseThrow();
            while (now.sendOne()) {
                assertTrue(now.carried <= said);
            }
            schedule.publish();
            readAll();
            acknowledge();
        }

        void take(Entry entry) {
            Place.Step step = place.take(entry.seq());
            if (step == Place.Step.REPEATED) {
                return;
            }
            assertEquals(Place.Step.NEXT, step, "entry " + entry.seq());
            assertNull(seen.put(entry.seq(), schedule.meaning(entry)), "entry " + entry.seq() + " came twice");
            if (entry.member() == member && entry.body() instanceof Entry.Said own) {
                assertTrue(delivered.add(own.id()), "text " + own.id() + " came twice");
                outbox.delivered(own.id());
            }
        }

        void check() {
            long last = schedule.room.lastSeq();
            assertAll(() -> assertEquals(last, place.last(), "everything was seen"),
                    () -> assertEquals(said, outbox.deliveredThrough(), "everything said was delivered"),
                    () -> assertTrue(outbox.isEmpty(), "nothing waits"),
                    () -> assertTrue(schedule.room.members().all().contains(new Attendee(member, name, true)),
                            "is present"),
                    () -> assertEquals(last - firstSeen + 1, seen.size(), "nothing is missing"));
            for (long seq = firstSeen; seq <= last; seq++) {
                assertEquals(schedule.model.get((int) seq - 1), seen.get(seq), "entry " + seq);
            }
        }

        /// One connection: a cursor at the room's end, a reader at the guest's, bytes between.
        private final class Connection {
            private final Outcome.Admitted in;
            private final FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
            private long carried;

            Connection(Outcome.Admitted in, long carried) {
                this.in = in;
                this.carried = carried;
            }

            boolean sendOne() {
                Optional<Outbox.Text> text = outbox.next(carried);
                text.ifPresent(one -> {
                    carried = one.id();
                    outbox.sent(one.id());
                    schedule.apply(new Command.Say(in.seat(), one.id(), one.text()));
                });
                return text.isPresent();
            }

            /// Moves up to `most` bytes, cut anywhere.
            boolean read(int most) throws BrokenFrame {
                int count = Math.min(most, in.cursor().available());
                reader.prepare();
                count = Math.min(count, reader.space());
                System.arraycopy(in.cursor().data(), in.cursor().offset(), reader.data(), reader.offset(), count);
                in.cursor().advance(count);
                reader.received(count);
                while (reader.advance()) {
                    if (reader.frame() instanceof Frame.Entry entry) {
                        take(EntryCodec.entry(entry));
                    }
                }
                return count > 0;
            }
        }
    }
}
