package tincan.session;

/// A session that could not be opened.
public final class SessionFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String detail;

    /// @param detail the address or port concerned, or the host's own words for [Kind#REFUSED]; may be empty
    public SessionFailure(Kind kind, String detail) {
        super(kind + " " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }

    /// What went wrong. A person reads it by the key of its name in the text bundles.
    public enum Kind {
        /// Another program has the port.
        PORT_IN_USE,
        /// The system does not let this user listen there (ports under 1024).
        PORT_NOT_ALLOWED,
        /// The system refused to listen for another reason.
        CANNOT_LISTEN,
        /// Another session keeps its room in the same file, which is the detail.
        JOURNAL_IN_USE,
        /// The file, which is the detail, keeps no room that could be taken up.
        JOURNAL_UNREADABLE,
        /// The name of the host has no address.
        UNKNOWN_HOST,
        /// The computer answered that nothing listens at that port.
        CONNECTION_REFUSED,
        /// No answer at all within 5 s.
        NO_ANSWER,
        /// The network has no way to that address.
        UNREACHABLE,
        /// Something listens there, but it is no Tincan host.
        NOT_TINCAN,
        /// The host speaks another version of the protocol.
        OTHER_VERSION,
        /// The room is full.
        FULL,
        /// The session is private and asks for a code; none was given.
        CODE_NEEDED,
        /// A code was given, and the host has none: people compare words instead.
        NO_CODE,
        /// The code is not the host's (or somebody stands in between who does not know it).
        WRONG_CODE,
        /// Too many wrong codes from here; the detail is how many seconds to wait.
        WAIT,
        /// What came over the connection was changed on its way, or the peer is no Tincan. Nothing was revealed.
        TAMPERED,
        /// The connection ended in the middle of a proof. Nothing was revealed.
        CUT_OFF,
        /// A private session was asked for, and what answers is none.
        NOT_PRIVATE,
        /// The host lets nobody new in now.
        LOCKED,
        /// The host lets nobody in from this address.
        BARRED,
        /// The host compared the words and said no, or nobody answered in time.
        NOT_ADMITTED,
        /// The host said no.
        REFUSED
    }
}
