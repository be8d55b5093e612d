package tincan.ui.ladder;

import java.time.Duration;
import tincan.trace.EventLog;

/// One end of the connections that a ladder shows.
///
/// @param log what it saw
/// @param name who it is, as the picture's heading says
/// @param ahead how much its clock is ahead of this computer's
/// @param error how far off that may be; zero for the same clock
public record Side(EventLog log, String name, Duration ahead, Duration error) {
    /// An end on this computer.
    public Side(EventLog log, String name) {
        this(log, name, Duration.ZERO, Duration.ZERO);
    }
}
