package tincan.session;

import java.time.Duration;
import tincan.trace.EventLog;

/// What a guest sees of its connection, as the host of it knows.
///
/// @param name the guest's
/// @param log what it saw; grows while it shows it
/// @param ahead how much its clock is ahead of this computer's
/// @param error how far off that may be
public record FarEnd(String name, EventLog log, Duration ahead, Duration error) {}
