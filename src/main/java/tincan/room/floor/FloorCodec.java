package tincan.room.floor;

import java.util.Optional;
import tincan.room.floor.FloorMessage.FromParticipant;
import tincan.room.floor.FloorMessage.FromServer;
import tincan.wire.Frame;

/// Messages of floor control as frames and back. A type of a later version is no message; a reason of a later version
/// counts without being known.
public final class FloorCodec {
    /// The type of the frame that tells which text was not taken; it has no part in floor control.
    public static final String NOT_TAKEN = "not-taken";
    private static final String REQUEST = "request";
    private static final String RENEW = "renew";
    private static final String RELEASE = "release";
    private static final String CANCEL = "cancel";
    private static final String GRANTED = "granted";
    private static final String DENIED = "denied";
    private static final String QUEUED = "queued";
    private static final String REVOKED = "revoked";
    private static final String TAKEN = "taken";
    private static final String IDLE = "idle";

    private FloorCodec() {}

    public static Frame.Floor frame(FloorMessage message) {
        return switch (message) {
            case FloorMessage.Request(long press) -> Frame.Floor.of(REQUEST).withPress(press);
            case FloorMessage.Renew(long epoch, long press) ->
                Frame.Floor.of(RENEW).withEpoch(epoch).withPress(press);
            case FloorMessage.Release(long epoch) -> Frame.Floor.of(RELEASE).withEpoch(epoch);
            case FloorMessage.Cancel(long press) -> Frame.Floor.of(CANCEL).withPress(press);
            case FloorMessage.Granted(long epoch, long press, int lease, int limit) -> Frame.Floor.of(GRANTED)
                    .withEpoch(epoch).withPress(press).withLease(lease).withLimit(limit);
            case FloorMessage.Denied(long press, Denial reason) ->
                Frame.Floor.of(DENIED).withPress(press).withReason(reason.wire());
            case FloorMessage.Queued(long press, int position) ->
                Frame.Floor.of(QUEUED).withPress(press).withPosition(position);
            case FloorMessage.Revoked(long epoch, Revocation reason) ->
                Frame.Floor.of(REVOKED).withEpoch(epoch).withReason(reason.wire());
            case FloorMessage.Taken(long epoch, int member, String name, int limit) ->
                Frame.Floor.of(TAKEN).withEpoch(epoch).withMember(member, name).withLimit(limit);
            case FloorMessage.Idle(long epoch) -> Frame.Floor.of(IDLE).withEpoch(epoch);
        };
    }

    public static Optional<FromParticipant> fromParticipant(Frame.Floor frame) {
        return switch (frame.type()) {
            case REQUEST -> Optional.of(new FloorMessage.Request(frame.press()));
            case RENEW -> Optional.of(new FloorMessage.Renew(frame.epoch(), frame.press()));
            case RELEASE -> Optional.of(new FloorMessage.Release(frame.epoch()));
            case CANCEL -> Optional.of(new FloorMessage.Cancel(frame.press()));
            default -> Optional.empty();
        };
    }

    public static Optional<FromServer> fromServer(Frame.Floor frame) {
        return switch (frame.type()) {
            case GRANTED -> Optional.of(
                    new FloorMessage.Granted(frame.epoch(), frame.press(), frame.lease(), frame.limit()));
            case DENIED -> Optional.of(
                    new FloorMessage.Denied(frame.press(), Denial.of(frame.reason()).orElse(Denial.OTHER)));
            case QUEUED -> Optional.of(new FloorMessage.Queued(frame.press(), frame.position()));
            case REVOKED -> Optional.of(
                    new FloorMessage.Revoked(frame.epoch(), Revocation.of(frame.reason()).orElse(Revocation.OTHER)));
            case TAKEN -> Optional.of(
                    new FloorMessage.Taken(frame.epoch(), frame.member(), frame.name(), frame.limit()));
            case IDLE -> Optional.of(new FloorMessage.Idle(frame.epoch()));
            default -> Optional.empty();
        };
    }
}
