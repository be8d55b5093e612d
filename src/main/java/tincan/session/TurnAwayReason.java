package tincan.session;

import java.util.Optional;
import java.util.stream.Stream;

/// Why a host turned a connection away, as far as there are words for it. A person reads it by the key of its name.
public enum TurnAwayReason {
    VERSION("version"), FULL("full"), NO_PLACE("no-place"), TOO_LATE("too-late"), BAD_DATA("bad-data"), BUSY(
            "busy"), WRONG_CODE("wrong-code"), CODE_NEEDED("code-needed"), WAIT("wait"), LOCKED("locked"), BARRED(
                    "barred"), NOT_ADMITTED("not-admitted"), NOT_PRIVATE("private"), TAMPERED("bad-proof"),
    /// It went after its safety words were made and before anybody compared them. Never sent to a peer.
    ABANDONED("abandoned");

    private final String word;

    TurnAwayReason(String word) {
        this.word = word;
    }

    /// As events and the protocol call it.
    String word() {
        return word;
    }

    /// The reason that the protocol calls so.
    public static Optional<TurnAwayReason> of(String word) {
        return Stream.of(values()).filter(reason -> reason.word.equals(word)).findFirst();
    }
}
