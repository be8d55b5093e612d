package tincan.ui.ladder;

import tincan.trace.EventLog;

/// One end of the connections that a ladder shows.
///
/// @param log what it saw
/// @param name who it is, as the picture's heading says
public record Side(EventLog log, String name) {}
