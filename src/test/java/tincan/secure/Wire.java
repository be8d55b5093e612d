package tincan.secure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// One end of a proof without a network: what it sends goes through `change` to the other end.
final class Wire implements Messages {
    final List<Map<String, String>> sent = new ArrayList<>();
    private static final Map<String, String> END = Map.of("end", "");

    private final BlockingQueue<Map<String, String>> in;
    private final BlockingQueue<Map<String, String>> out;
    private final UnaryOperator<Map<String, String>> change;

    private Wire(BlockingQueue<Map<String, String>> in, BlockingQueue<Map<String, String>> out,
            UnaryOperator<Map<String, String>> change) {
        this.in = in;
        this.out = out;
        this.change = change;
    }

    /// Two ends.
    static Wire[] pair(UnaryOperator<Map<String, String>> fromFirst, UnaryOperator<Map<String, String>> fromSecond) {
        BlockingQueue<Map<String, String>> there = new LinkedBlockingQueue<>();
        BlockingQueue<Map<String, String>> back = new LinkedBlockingQueue<>();
        return new Wire[]{new Wire(back, there, fromFirst), new Wire(there, back, fromSecond)};
    }

    /// An end at which the given messages arrive, whatever is sent.
    static Wire playing(List<Map<String, String>> messages) {
        List<Map<String, String>> all = new ArrayList<>(messages);
        all.add(END);
        return new Wire(new LinkedBlockingQueue<>(all), new LinkedBlockingQueue<>(), UnaryOperator.identity());
    }

    @Override
    public void send(Map<String, String> values) {
        sent.add(values);
        out.add(change.apply(values));
    }

    /// Nothing more comes from this end.
    void end() {
        out.add(END);
    }

    @Override
    public Map<String, String> receive() throws IOException {
        try {
            Map<String, String> next = in.poll(30, TimeUnit.SECONDS);
            if (next == null || next.equals(END)) {
                throw new IOException("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
