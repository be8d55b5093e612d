package tincan.journal;

/// A file that should keep something, and does not hold what such a file holds.
public final class BrokenJournal extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason one short clause for the log
    BrokenJournal(String reason) {
        super(reason);
    }

    BrokenJournal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
