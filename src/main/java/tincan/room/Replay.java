package tincan.room;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// Goes through the entries of a room that is to be restored, and finds out who was in it at their end.
final class Replay {
    private final Map<Integer, Member> members = new LinkedHashMap<>();
    private final List<ByteBuffer> entries;
    private int lastMember;
    private long firstSeq = 1;
    private long lastSeq;
    private long lastEpoch;
    private Mode mode;

    /// @throws BrokenFrame if an entry is none, or not the next one
    Replay(RoomState state) throws BrokenFrame {
        this.entries = state.entries();
        this.lastMember = state.lastMember();
        this.mode = state.mode();
        this.lastEpoch = state.lastEpoch();
        state.members().forEach(this::seat);
        for (ByteBuffer slice : entries) {
            replay(slice);
        }
    }

    private void seat(MemberState state) {
        Member member = new Member(state.member(), state.name(), state.key(), state.mayReturn());
        member.present = state.present();
        member.said = state.said();
        members.put(member.number, member);
        lastMember = Math.max(lastMember, member.number);
    }

    private void replay(ByteBuffer slice) throws BrokenFrame {
        FrameReader frames = frames(slice);
        while (frames.advance()) {
            if (!(frames.frame() instanceof Frame.Entry frame)) {
                throw new BrokenFrame("no entry");
            }
            if (lastSeq == 0) {
                firstSeq = frame.seq();
            } else if (frame.seq() != lastSeq + 1) {
                throw new BrokenFrame("entry " + frame.seq() + " after " + lastSeq);
            }
            lastSeq = frame.seq();
            replay(EntryCodec.entry(frame));
        }
    }

    private void replay(Entry entry) {
        note(entry.body());
        Member member = members.get(entry.member());
        if (member == null) {
            return; // it left before the members were written down
        }
        switch (entry.body()) {
            case Entry.Said said -> member.said = Math.max(member.said, said.id());
            case Entry.Joined _,Entry.Returned _ -> member.present = true;
            case Entry.Lost _ -> member.present = false;
            case Entry.Left _ -> members.remove(member.number);
            case Entry.ModeSet _,Entry.Spoke _,Entry.Unknown _ -> {
            }
        }
    }

    private void note(Entry.Body body) {
        if (body instanceof Entry.ModeSet(Mode to)) {
            mode = to;
        } else if (body instanceof Entry.Spoke spoke) {
            lastEpoch = Math.max(lastEpoch, spoke.epoch());
        }
    }

    /// Who may speak at the end.
    Mode mode() {
        return mode;
    }

    /// The highest number of a turn that is known of; 0 if there was none.
    long lastEpoch() {
        return lastEpoch;
    }

    /// Appends every entry, as the bytes they are.
    void appendTo(RoomLog log) throws BrokenFrame {
        for (ByteBuffer slice : entries) {
            for (FrameReader frames = frames(slice); frames.advance();) {
                log.append(frames.data(), frames.bodyOffset() - FrameReader.HEADER,
                        FrameReader.HEADER + frames.bodyLength());
            }
        }
    }

    private static FrameReader frames(ByteBuffer slice) {
        return FrameReader.over(slice.array(), slice.arrayOffset() + slice.position(), slice.remaining());
    }

    /// Who was in, or might have come back.
    Collection<Member> members() {
        return new ArrayList<>(members.values());
    }

    int lastMember() {
        return lastMember;
    }

    /// The number of the first entry; 1 if there is none.
    long firstSeq() {
        return firstSeq;
    }

    /// The number of the last entry; 0 if there is none.
    long lastSeq() {
        return lastSeq;
    }
}
