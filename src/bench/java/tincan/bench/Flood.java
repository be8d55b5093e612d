package tincan.bench;

import javafx.application.Application;

/// A window whose connection log gets a million events while it is open: `Flood [events]`. It counts the toolkit's own
/// pulses, before and during, for each of the log's three views, and what memory is kept.
/// Writes `target/bench/flood.md`.
final class Flood {
    private Flood() {}

    public static void main(String[] args) {
        Application.launch(FloodWindow.class, args);
    }
}
