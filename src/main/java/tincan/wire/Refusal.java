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
    /// Too many strangers at the door.
    public static final String BUSY = "busy";

    private Refusal() {}
}
