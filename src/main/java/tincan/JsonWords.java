package tincan;

import java.util.Optional;
import tincan.session.EndReason;
import tincan.session.LocalAddress;
import tincan.session.Security;
import tincan.session.Sending;
import tincan.session.SessionFailure;
import tincan.session.Stand;
import tincan.session.VoicePath;
import tincan.voice.audio.Trouble;

/// The words that lines for programs have for what is one of a few. They stand in `docs/terminal.md` and here, and do
/// not follow the names of constants.
final class JsonWords {
    private JsonWords() {}

    static String of(Sending.Why why) {
        return switch (why) {
            case EMPTY -> "empty text";
            case TOO_LONG -> "text too long";
            case TOO_MUCH_WAITING -> "too much waiting";
            case NOT_YOUR_TURN -> "not your turn";
            case CLOSED -> "session closed";
        };
    }

    /// Only a host that says no has words: why nobody was reached stands in the exit code.
    static Optional<String> of(SessionFailure failure) {
        return switch (failure.kind()) {
            case REFUSED -> Optional.of(failure.detail());
            case FULL -> Optional.of("session full");
            case OTHER_VERSION -> Optional.of("other version");
            case CODE_NEEDED -> Optional.of("code needed");
            case NO_CODE -> Optional.of("no code");
            case WRONG_CODE -> Optional.of("wrong code");
            case WAIT -> Optional.of("wait " + failure.detail() + " s");
            case TAMPERED -> Optional.of("tampered");
            case NOT_PRIVATE -> Optional.of("not private");
            case CUT_OFF -> Optional.of("cut off");
            case LOCKED -> Optional.of("locked");
            case BARRED -> Optional.of("barred");
            case NOT_ADMITTED -> Optional.of("not admitted");
            case PORT_IN_USE, PORT_NOT_ALLOWED, CANNOT_LISTEN, JOURNAL_IN_USE, JOURNAL_UNREADABLE, UNKNOWN_HOST,
                    CONNECTION_REFUSED, NO_ANSWER, UNREACHABLE, NOT_TINCAN ->
                Optional.empty();
        };
    }

    static Optional<String> of(EndReason reason) {
        return switch (reason) {
            case NONE -> Optional.empty();
            case LEFT -> Optional.of("left");
            case HOST_ENDED -> Optional.of("host-ended");
            case PEER_CLOSED -> Optional.of("peer-closed");
            case CONNECTION_BROKEN -> Optional.of("connection-broken");
            case SILENT -> Optional.of("silent");
            case TOO_SLOW -> Optional.of("too-slow");
            case FLOOD -> Optional.of("flood");
            case BAD_DATA -> Optional.of("bad-data");
            case REMOVED -> Optional.of("removed");
            case ROOM_GONE -> Optional.of("room-gone");
            case SUPERSEDED -> Optional.of("superseded");
        };
    }

    static String of(Security.Level level) {
        return switch (level) {
            case PROVEN -> "proven";
            case COMPARED -> "compared";
            case NOT_COMPARED -> "not-compared";
            case OPEN -> "open";
        };
    }

    static String of(LocalAddress.Kind kind) {
        return switch (kind) {
            case PHYSICAL -> "physical";
            case VIRTUAL -> "virtual";
            case LOOPBACK -> "loopback";
        };
    }

    /// Where everybody may speak there is no word: that stands in `mode`.
    static Optional<String> of(Stand stand) {
        return switch (stand) {
            case OFF -> Optional.empty();
            case IDLE -> Optional.of("idle");
            case REQUESTED -> Optional.of("requested");
            case GRANTED -> Optional.of("granted");
            case TAKEN -> Optional.of("taken");
            case QUEUED -> Optional.of("queued");
        };
    }

    static String of(VoicePath path) {
        return switch (path) {
            case NONE -> "none";
            case TRYING -> "trying";
            case DATAGRAMS -> "datagrams";
            case CONNECTION -> "connection";
        };
    }

    static String of(Trouble trouble) {
        return switch (trouble) {
            case NO_DEVICE -> "no-device";
            case CHOSEN_GONE -> "chosen-gone";
            case BUSY -> "busy";
            case LOST -> "lost";
            case SERVER_GONE -> "server-gone";
            case SILENT -> "silent";
        };
    }
}
