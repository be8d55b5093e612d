package tincan.ui;

import tincan.trace.export.Recording;

/// A recording from a file.
///
/// @param name of the file, without its ending
/// @param recording what was in it
public record OpenedRecording(String name, Recording recording) {}
