package tincan.ui.ladder;

import java.time.Duration;
import java.util.List;
import tincan.trace.ladder.Rung;
import tincan.trace.ladder.Scale;

/// A ladder that is ready to be drawn. A value.
///
/// @param connection the name of the connection at this end; empty if there is none
/// @param even whether `scale` counts steps; otherwise seconds
/// @param client the heading of the client's lane
/// @param server the heading of the server's
record LadderPicture(String connection, List<Rung> rungs, Scale scale, boolean even, String client, String server,
        Far far) {
    static final LadderPicture EMPTY = new LadderPicture("", List.of(), Scale.even(List.of()), true, "", "",
            Far.UNSEEN);

    /// How well the other end is seen.
    ///
    /// @param seen whether it is
    /// @param error how far off its times may be
    /// @param missing how many of its events never came
    record Far(boolean seen, Duration error, long missing) {
        static final Far UNSEEN = new Far(false, Duration.ZERO, 0);
    }
}
