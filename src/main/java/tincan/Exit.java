package tincan;

import tincan.session.EndReason;
import tincan.session.SessionFailure;

/// How a command ended, as the shell sees it. `docs/terminal.md` tells it to the user.
enum Exit {
    OK(0), USAGE(2), CANNOT_LISTEN(3), CANNOT_REACH(4), REFUSED(5), CONNECTION_LOST(6), BAD_DATA(7);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// The number for the shell.
    int code() {
        return code;
    }

    /// The end of a session that could not be opened.
    static Exit of(SessionFailure.Kind kind) {
        return switch (kind) {
            case PORT_IN_USE, PORT_NOT_ALLOWED, CANNOT_LISTEN, JOURNAL_IN_USE, JOURNAL_UNREADABLE -> CANNOT_LISTEN;
            case UNKNOWN_HOST, CONNECTION_REFUSED, NO_ANSWER, UNREACHABLE -> CANNOT_REACH;
            case OTHER_VERSION, FULL, CODE_NEEDED, NO_CODE, WRONG_CODE, WAIT, TAMPERED, CUT_OFF, NOT_PRIVATE, LOCKED,
                    BARRED,
                    NOT_ADMITTED,
                    REFUSED ->
                REFUSED;
            case NOT_TINCAN -> BAD_DATA;
        };
    }

    /// The end of a session that was open. That a host ends its session is no fault.
    static Exit of(EndReason reason) {
        return switch (reason) {
            case NONE, LEFT, HOST_ENDED -> OK;
            case REMOVED -> REFUSED;
            case PEER_CLOSED, CONNECTION_BROKEN, SILENT, TOO_SLOW, FLOOD, ROOM_GONE, SUPERSEDED -> CONNECTION_LOST;
            case BAD_DATA -> BAD_DATA;
        };
    }
}
