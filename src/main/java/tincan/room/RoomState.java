package tincan.room;

import java.nio.ByteBuffer;
import java.util.List;

/// A room, or what is new in it, as it is written down so that the room can be restored.
///
/// @param lastMember the highest number that a member was given
/// @param members of a whole room: everybody; of what is new: those who came in, as they came in
/// @param entries frames of entries, whole ones in each slice; not to be written to
/// @param mode who may speak in the end
/// @param lastEpoch the highest number of a turn that is known of, as [Turns#lastEpoch]
public record RoomState(int lastMember, List<MemberState> members, List<ByteBuffer> entries, Mode mode,
        long lastEpoch) {
    /// A room that nobody has entered.
    public static final RoomState EMPTY = new RoomState(0, List.of(), List.of());

    public RoomState(int lastMember, List<MemberState> members, List<ByteBuffer> entries) {
        this(lastMember, members, entries, Mode.CHAT, 0);
    }

    public RoomState {
        members = List.copyOf(members);
        entries = List.copyOf(entries);
    }
}
