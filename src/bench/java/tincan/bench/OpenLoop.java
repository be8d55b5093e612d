package tincan.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Texts at a fixed rate, whatever the server does. The latency of each receipt counts from when the text was to be
/// said, so that a server that holds the load up does not look better for it. Owner: the load's thread.
final class OpenLoop implements Traffic {
    private final Crowd crowd;
    private final Span span;
    private final Histogram latencies;
    private final List<Talker> talkers = new ArrayList<>();
    private final long period;
    private long next;
    private int turn;
    private volatile boolean talking = true;

    /// @param rate texts a second, all senders together
    OpenLoop(Crowd crowd, int senders, int rate, Span span, Histogram latencies) {
        this.crowd = crowd;
        this.span = span;
        this.latencies = latencies;
        this.period = 1_000_000_000L / rate;
        List<Member> members = crowd.members();
        for (int i = 0; i < senders; i++) {
            talkers.add(new Talker(members.get(i * members.size() / senders)));
        }
    }

    @Override
    public void start() {
        next = crowd.now() + period;
        long first = next;
        Thread.ofPlatform().name("load pace").daemon().start(() -> pace(first));
    }

    /// A selector's own wait is counted in whole milliseconds, which is too coarse here.
    private void pace(long first) {
        for (long due = first; talking; due += period) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            crowd.wakeUp();
        }
    }

    @Override
    public void turn(long now) {
        while (talking && now >= next) {
            Talker talker = talkers.get(turn++ % talkers.size());
            talker.owe(1);
            talker.say(next);
            next += period;
        }
    }

    @Override
    public void heard(Member member, ByteBuffer in, int at) {
        span.record(latencies, Stamp.timeAt(in, at), crowd.now());
    }

    @Override
    public void afterRead(Member member) {}

    @Override
    public void stop() {
        talking = false;
    }
}
