package tincan.session;

/// Who may read along with a session, and what lets a guest in.
public enum Privacy {
    /// TLS, and a code that host and guest prove to each other.
    CODE,
    /// TLS without a code: both compare safety words, and the host lets the guest in.
    WORDS,
    /// An open lesson: plain text on the wire, and everybody may come in.
    OPEN
}
