package tincan.trace.ladder;

import java.time.Duration;
import java.util.List;
import tincan.trace.Ends;
import tincan.trace.TraceEvent;

/// What one end saw of a connection.
///
/// @param events all of its log, oldest first; those of other connections are passed over
/// @param connection the name of the connection there
/// @param side which side it is
/// @param ahead how much its clock is ahead of the one that the ladder shows
public record View(List<TraceEvent> events, String connection, Ends.Side side, Duration ahead) {}
