package tincan.ui.log;

import javafx.beans.property.BooleanProperty;
import tincan.ui.FileDialogs;

/// What all logs of a window have in common.
///
/// @param files where they are saved
/// @param hiding whether they hide addresses
public record LogTools(FileDialogs files, BooleanProperty hiding) {}
