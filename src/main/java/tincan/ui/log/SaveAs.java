package tincan.ui.log;

/// What a log can be saved as.
public enum SaveAs {
    /// To be opened again.
    RECORDING(".tincan"),
    /// For a browser.
    PAGE(".html"),
    /// For Wireshark.
    PACKETS(".pcapng"),
    /// For programs.
    LINES(".jsonl"),
    /// The rows that are shown, for people.
    ROWS(".txt"),
    /// Nothing of the log, but what Wireshark needs to name its frames.
    DISSECTOR(".lua");

    private final String ending;

    SaveAs(String ending) {
        this.ending = ending;
    }

    /// With which its files end.
    String ending() {
        return ending;
    }

    /// Whether what was said stands in it readable, even if it was encrypted on its way.
    boolean readable() {
        return this != PACKETS && this != DISSECTOR;
    }

    /// Whether addresses stand in it although they are hidden on the screen: without them it is of no use.
    boolean addressed() {
        return this == RECORDING || this == PACKETS || this == LINES;
    }
}
