package tincan.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tincan.secure.Code;

/// Many members on one thread and one selector. Owner of everything: the thread that calls.
final class Crowd implements AutoCloseable {
    /// How much is read at once, in bytes.
    private static final int READ = 256 * 1024;
    /// How long a message may be, in bytes.
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final long TICK_NANOS = 20_000_000;

    private final Target target;
    private final Selector selector;
    private final ByteBuffer data = ByteBuffer.allocateDirect(LONGEST);
    private final Records records = Records.of(READ);
    private final List<Member> members = new ArrayList<>();
    /// What threads of entrances have done, for the load's own to take up.
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private Traffic traffic = new Silence();
    private long now;
    private long tickedAt;
    private int begun;
    private int joined;
    private int left;
    private @Nullable IOException failure;

    Crowd(Target target) throws IOException {
        this.target = target;
        this.selector = Selector.open();
    }

    /// Everybody, in the order they came.
    List<Member> members() {
        return members;
    }

    /// What is said and measured.
    Traffic traffic() {
        return traffic;
    }

    /// When the newest read returned, by [System#nanoTime].
    long now() {
        return now;
    }

    /// Looks at the clock.
    void tick() {
        now = System.nanoTime();
    }

    /// A member is in.
    void joined() {
        joined++;
    }

    /// A member's connection has ended.
    void left() {
        left++;
    }

    /// Ends a wait of [#run] in another thread.
    void wakeUp() {
        selector.wakeup();
    }

    /// Lets `count` members in and returns when all are.
    void join(int count, Duration atMost) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (joined < count) {
            while (begun < count && begun - joined < target.joining()) {
                connect();
            }
            turn(1);
            if (left > 0 || System.nanoTime() > deadline) {
                throw new IOException(joined + " of " + count + " are in after " + atMost + ", " + left + " were lost");
            }
        }
    }

    private void connect() throws IOException {
        int number = begun++;
        SocketChannel channel = target.channel(number);
        if (target.code().isPresent()) {
            Code code = target.code().get();
            Thread.ofVirtual().name("entrance " + number).start(() -> enter(number, channel, code));
        } else {
            channel.configureBlocking(false);
            channel.connect(target.address());
            add(number, new PlainLink(channel));
        }
    }

    private interface Arrival {
        void take() throws IOException;
    }

    private void enter(int number, SocketChannel channel, Code code) {
        try {
            channel.connect(target.address());
            SecureLink link = SecureEntrance.enter(channel, code);
            arrivals.add(() -> {
                link.share(records);
                add(number, link);
            });
        } catch (IOException e) {
            arrivals.add(() -> {
                channel.close();
                throw e;
            });
        }
        selector.wakeup();
    }

    private void add(int number, Link link) throws IOException {
        Member member = new Member(number, this, link, target.protocol().dialect(number));
        members.add(member);
        member.begin(selector);
    }

    /// Begins to talk.
    void talk(Traffic next) {
        members.forEach(Member::forget);
        traffic = next;
        tick();
        next.start();
    }

    /// Works until `done`, or until `deadline` by [System#nanoTime].
    ///
    /// @return whether it was done
    boolean run(BooleanSupplier done, long deadline) throws IOException {
        tick();
        while (!done.getAsBoolean()) {
            if (now >= deadline) {
                return false;
            }
            turn(Math.clamp((deadline - now) / 1_000_000, 1, 20));
        }
        return true;
    }

    private void turn(long millis) throws IOException {
        selector.select(this::ready, millis);
        for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            arrival.take();
        }
        tick();
        traffic.turn(now);
        if (now - tickedAt >= TICK_NANOS) {
            tickedAt = now;
            members.forEach(member -> member.tick(now));
        }
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void ready(SelectionKey key) {
        Member member = (Member) key.attachment();
        try {
            if (key.isConnectable()) {
                member.connected();
            }
            if (key.isValid() && key.isWritable()) {
                member.flush();
            }
            if (key.isValid() && key.isReadable()) {
                member.read(data, READ);
            }
        } catch (IOException e) {
            failure = e;
            member.end();
        }
    }

    /// How many connections have ended.
    int gone() {
        return left;
    }

    /// How many texts all members said.
    long said() {
        return members.stream().mapToLong(Member::said).sum();
    }

    /// How many texts all members got.
    long received() {
        long sum = 0;
        for (Member member : members) {
            sum += member.received();
        }
        return sum;
    }

    /// How many texts have not come to somebody who is to get them.
    long missing() {
        long all = said();
        return members.stream().mapToLong(member -> Math.abs(member.entitled(all) - member.received())).sum();
    }

    /// Says goodbye and waits a few seconds for the server to close all connections.
    @Override
    public void close() throws IOException {
        try {
            traffic = new Silence();
            for (Member member : members) {
                member.leave();
            }
            run(() -> left == members.size(), System.nanoTime() + Duration.ofSeconds(5).toNanos());
        } catch (IOException _) {
            // a server may close a connection as rudely as it likes
        } finally {
            members.forEach(Member::end);
            selector.close();
        }
    }

    /// Nobody says anything.
    private static final class Silence implements Traffic {
        @Override
        public void start() {}

        @Override
        public void turn(long now) {}

        @Override
        public void heard(Member member, ByteBuffer in, int at) {}

        @Override
        public void afterRead(Member member) {}

        @Override
        public void stop() {}
    }
}
