package tincan.wire;

import java.util.Optional;

/// The kinds of frames and their numbers on the wire. 0 to 127 belong to the protocol, 128 and above to lessons.
public enum Kind {
    HELLO(1), WELCOME(2), REFUSED(3), ROSTER(4), ENTRY(5), SAY(6), ACK(7), TYPING(8), TYPISTS(9), PING(10), PONG(
            11), BYE(12), OPENING(13), CHOICE(
                    14), PROOF(15), WATCH(16), TRACE(17), CLOCK(18), FLOOR(19), VOICE(20), PACKET(21);

    private static final Kind[] BY_CODE = byCode();

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// The kind with this number, if this version knows it.
    public static Optional<Kind> of(int code) {
        return code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
    }

    /// The name of any kind, for a log.
    public static String nameOf(int code) {
        return of(code).map(Kind::name).orElseGet(() -> "KIND " + code);
    }

    /// Whether frames of this name only ask whether the other side is there, or answer that.
    public static boolean isProbe(String name) {
        return name.equals(PING.name()) || name.equals(PONG.name());
    }

    private static Kind[] byCode() {
        Kind[] table = new Kind[128];
        for (Kind kind : values()) {
            table[kind.code] = kind;
        }
        return table;
    }
}
