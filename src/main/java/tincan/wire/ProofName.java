package tincan.wire;

/// The words of [Frame.Opening] and [Frame.Choice].
public final class ProofName {
    /// Both know the host's code.
    public static final String CODE = "code";
    /// People compare safety words, and the host lets the guest in.
    public static final String WORDS = "words";
    /// Both know the secret from this guest's WELCOME.
    public static final String RETURN = "return";

    private ProofName() {}
}
