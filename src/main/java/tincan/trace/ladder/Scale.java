package tincan.trace.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Where in the picture a moment is: time goes down.
public sealed interface Scale {

    /// How far from the top, in units of a step or of a second.
    double at(Instant moment);

    /// How far from the top the last moment is.
    double end();

    /// Each moment at which something happened is one step under the one before, however long that took.
    static Scale even(List<Rung> rungs) {
        return new Even(moments(rungs));
    }

    /// As the time went.
    static Scale truly(List<Rung> rungs) {
        List<Instant> moments = moments(rungs);
        return moments.isEmpty() ? new Even(moments) : new True(moments.getFirst(), moments.getLast());
    }

    /// When something is drawn that is not a bar beside the rest.
    private static List<Instant> moments(List<Rung> rungs) {
        return rungs.stream().flatMap(rung -> switch (rung) {
            case Rung.Transfer transfer -> Stream.concat(Stream.of(transfer.at()), transfer.arrived().stream());
            case Rung.Mark mark -> Stream.of(mark.at());
            case Rung.StateChange change -> Stream.of(change.at());
            case Rung.Blocked _ -> Stream.<Instant>empty();
        }).sorted().distinct().toList();
    }

    /// Steps of one height.
    ///
    /// @param moments in order, none twice
    record Even(List<Instant> moments) implements Scale {
        @Override
        public double at(Instant moment) {
            int low = 0;
            int high = moments.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (moments.get(middle).isBefore(moment)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            boolean found = low < moments.size() && moments.get(low).equals(moment);
            return found ? low : low - 0.5;
        }

        @Override
        public double end() {
            return Math.max(0, moments.size() - 1);
        }
    }

    /// Seconds since the first moment.
    record True(Instant start, Instant last) implements Scale {
        @Override
        public double at(Instant moment) {
            return Duration.between(start, moment).toNanos() / 1e9;
        }

        @Override
        public double end() {
            return at(last);
        }
    }
}
