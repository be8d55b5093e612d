package tincan.room;

import tincan.room.Entry.Body;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;

/// Entries as frames and back.
public final class EntryCodec {
    private static final String SAID = "said";
    private static final String JOINED = "joined";
    private static final String LOST = "lost";
    private static final String RETURNED = "returned";
    private static final String LEFT = "left";
    private static final String MODE = "mode";
    private static final String SPOKE = "spoke";

    private EntryCodec() {}

    static Frame.Entry frame(Entry entry) {
        return switch (entry.body()) {
            case Entry.Said said -> frame(entry, SAID, said.id(), said.text(), "");
            case Entry.Joined _ -> frame(entry, JOINED);
            case Entry.Lost _ -> frame(entry, LOST);
            case Entry.Returned _ -> frame(entry, RETURNED);
            case Entry.Left left -> frame(entry, LEFT, 0, "", left.reason().wire());
            case Entry.ModeSet(Mode mode) -> frame(entry, MODE).withMode(mode.wire());
            case Entry.Spoke(long epoch, long millis) -> frame(entry, SPOKE).withTurn(epoch, millis);
            case Entry.Unknown unknown -> frame(entry, unknown.type());
        };
    }

    private static Frame.Entry frame(Entry entry, String type) {
        return frame(entry, type, 0, "", "");
    }

    private static Frame.Entry frame(Entry entry, String type, long id, String text, String reason) {
        return new Frame.Entry(entry.seq(), entry.at(), type, entry.member(), entry.from(), id, text, reason);
    }

    /// The entry that a frame carries.
    ///
    /// @throws BrokenFrame if it is said without an id
    public static Entry entry(Frame.Entry frame) throws BrokenFrame {
        return new Entry(frame.seq(), frame.at(), frame.member(), frame.from(), body(frame));
    }

    private static Body body(Frame.Entry frame) throws BrokenFrame {
        return switch (frame.type()) {
            case SAID -> said(frame);
            case MODE -> Mode.of(frame.mode()).<Body>map(Entry.ModeSet::new).orElseGet(() -> new Entry.Unknown(MODE));
            case SPOKE -> new Entry.Spoke(frame.epoch(), frame.millis());
            case JOINED -> new Entry.Joined();
            case LOST -> new Entry.Lost();
            case RETURNED -> new Entry.Returned();
            case LEFT -> new Entry.Left(LeaveReason.of(frame.reason()).orElse(LeaveReason.LEFT));
            default -> new Entry.Unknown(frame.type());
        };
    }

    private static Body said(Frame.Entry frame) throws BrokenFrame {
        if (frame.id() < 1) {
            throw new BrokenFrame("said without id");
        }
        return new Entry.Said(frame.id(), frame.text());
    }
}
