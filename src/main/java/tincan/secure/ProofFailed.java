package tincan.secure;

/// The peer did not prove what it should. Nothing was revealed to it that helps it on.
public final class ProofFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    public ProofFailed(Why why) {
        super(why.toString());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// As far as that can be known.
    public enum Why {
        /// The peer does not know the secret; or somebody in between made a proof of his own with each side, and does
        /// not know it.
        WRONG_SECRET,
        /// A message is malformed or was made for another connection: somebody in between relays, repeats or changes
        /// messages, or the peer is broken.
        TAMPERED,
        /// The peer has to wait, so its proof was not even looked at.
        TOO_EARLY,
        /// Too many proofs are made at this time, so this one was not begun.
        TOO_MANY
    }
}
