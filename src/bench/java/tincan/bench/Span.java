package tincan.bench;

import java.time.Duration;

/// The time that is measured, by [System#nanoTime]: what happens before is warming up.
record Span(long from, long to) {

    /// A span that begins after `warm` and lasts `length`.
    static Span after(Duration warm, Duration length) {
        long from = System.nanoTime() + warm.toNanos();
        return new Span(from, from + length.toNanos());
    }

    /// Counts how long something took if it began within the span.
    void record(Histogram histogram, long began, long ended) {
        if (began >= from && began < to) {
            histogram.record(ended - began);
        }
    }
}
