package tincan.lab.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What goes wrong on purpose with what a lesson sends.
///
/// @param delay how long each send waits
/// @param jitter up to so much longer, at random
/// @param loss of so many datagrams in a hundred nothing is sent
/// @param duplicates so many datagrams in a hundred are sent twice
/// @param reordered so many datagrams in a hundred are overtaken by the next
/// @param piece a send to a stream takes at most so many bytes and says so; 0 for all
public record Faults(Duration delay, Duration jitter, int loss, int duplicates, int reordered, int piece) {
    /// No send waits longer than this.
    public static final Duration LONGEST = Duration.ofSeconds(30);
    /// Nothing goes wrong.
    public static final Faults NONE = new Faults(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0);

    public Faults {
        if (delay.isNegative() || jitter.isNegative() || delay.plus(jitter).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("delay " + delay + " and jitter " + jitter);
        }
        percent(loss);
        percent(duplicates);
        percent(reordered);
        if (piece < 0) {
            throw new IllegalArgumentException("piece " + piece);
        }
    }

    private static void percent(int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException(value + " in a hundred");
        }
    }

    public Faults withDelay(Duration other) {
        return new Faults(other, jitter, loss, duplicates, reordered, piece);
    }

    public Faults withJitter(Duration other) {
        return new Faults(delay, other, loss, duplicates, reordered, piece);
    }

    public Faults withLoss(int other) {
        return new Faults(delay, jitter, other, duplicates, reordered, piece);
    }

    public Faults withDuplicates(int other) {
        return new Faults(delay, jitter, loss, other, reordered, piece);
    }

    public Faults withReordered(int other) {
        return new Faults(delay, jitter, loss, duplicates, other, piece);
    }

    public Faults withPiece(int other) {
        return new Faults(delay, jitter, loss, duplicates, reordered, other);
    }

    /// As the log tells it.
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, delay.isPositive(), "delay " + delay.toMillis() + " ms");
        add(parts, jitter.isPositive(), "jitter " + jitter.toMillis() + " ms");
        add(parts, loss > 0, "loss " + loss + " %");
        add(parts, duplicates > 0, "duplicates " + duplicates + " %");
        add(parts, reordered > 0, "reordered " + reordered + " %");
        add(parts, piece > 0, "at most " + piece + " bytes a write");
        return parts.isEmpty() ? "no faults" : String.join(", ", parts);
    }

    private static void add(List<String> parts, boolean is, String part) {
        if (is) {
            parts.add(part);
        }
    }
}
