package tincan.ui.ladder;

import java.time.Duration;
import tincan.trace.EventLog;

/// One end of the connections that a ladder shows.
///
/// @param log what it saw
/// @param name who it is, as the picture's heading says
/// @param ahead how much its clock is ahead of the one that the ladder shows
public record Side(EventLog log, String name, Duration ahead) {

    /// One whose clock the ladder shows.
    public Side(EventLog log, String name) {
        this(log, name, Duration.ZERO);
    }
}
