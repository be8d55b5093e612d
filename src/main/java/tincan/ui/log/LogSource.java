package tincan.ui.log;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tincan.trace.export.Recording;

/// Where the events of a log come from, for whoever saves them.
///
/// @param name of a file of them, without its ending
/// @param recording all there is now; takes its time
/// @param secret whether it was encrypted on its way, so that a file of it tells more than the network did
public record LogSource(Supplier<String> name, Supplier<Recording> recording, BooleanSupplier secret) {}
