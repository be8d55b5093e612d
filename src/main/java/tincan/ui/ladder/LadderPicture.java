package tincan.ui.ladder;

import java.util.List;
import tincan.trace.ladder.Rung;
import tincan.trace.ladder.Scale;

/// A ladder that is ready to be drawn. A value.
///
/// @param even whether `scale` counts steps; otherwise seconds
/// @param client the heading of the client's lane
/// @param server the heading of the server's
/// @param far whether both ends were seen
record LadderPicture(List<Rung> rungs, Scale scale, boolean even, String client, String server, boolean far) {
    static final LadderPicture EMPTY = new LadderPicture(List.of(), Scale.even(List.of()), true, "", "", false);
}
