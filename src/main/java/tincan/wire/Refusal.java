package tincan.wire;

/// The words of [Frame.Refused].
public final class Refusal {
    public static final String VERSION = "version";
    public static final String FULL = "full";
    /// The place the guest claims is not (or no longer) there.
    public static final String NO_PLACE = "no-place";
    /// Did not say hello in time.
    public static final String TOO_LATE = "too-late";
    /// What was sent is no frame of the protocol.
    public static final String BAD_DATA = "bad-data";
    /// The session is private: nothing is said in plain text.
    public static final String PRIVATE = "private";
    /// The session asks for a code, which the guest did not offer to prove.
    public static final String CODE_NEEDED = "code-needed";
    /// The session has no code: people compare words instead.
    public static final String NO_CODE = "no-code";
    /// What was proven is not the host's code.
    public static final String WRONG_CODE = "wrong-code";
    /// The messages of a proof do not belong to this connection, or are none.
    public static final String BAD_PROOF = "bad-proof";
    /// Too many wrong codes from this address.
    public static final String WAIT = "wait";
    /// The host lets nobody new in now.
    public static final String LOCKED = "locked";
    /// The host lets nobody in from this address.
    public static final String BARRED = "barred";
    /// The host's person said no, or nothing.
    public static final String NOT_ADMITTED = "not-admitted";
    /// Too many strangers at the door.
    public static final String BUSY = "busy";

    private Refusal() {}
}
