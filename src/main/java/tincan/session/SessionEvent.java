package tincan.session;

import java.time.Duration;
import java.util.List;
import tincan.room.Entry;

/// What a session tells the program above it, in order.
public sealed interface SessionEvent {

    /// A host listens; guests may come. Told again, whole, whenever the addresses are others.
    ///
    /// @param port the TCP port, never 0
    /// @param addresses every address of this computer under which it may be reached, the likeliest first
    record Listening(int port, List<LocalAddress> addresses) implements SessionEvent {}

    /// A host's code, at first and whenever it changed.
    ///
    /// @param forced whether it changed by itself, because too many wrong ones were tried
    record CodeChanged(String code, boolean forced) implements SessionEvent {}

    /// Somebody without a code stands at the host's door. Let in or not with [HostControls].
    ///
    /// @param number of this knock
    /// @param name as asked for, unproven
    /// @param words that must be the same on the other's screen
    record Knocked(long number, String name, String address, List<String> words) implements SessionEvent {}

    /// Nobody waits at the door under this number any more: let in, turned away or gone.
    record KnockOver(long number) implements SessionEvent {}

    /// A host's door was locked or unlocked, or whom it bars has changed.
    record DoorChanged(boolean locked, List<String> barred) implements SessionEvent {}

    /// This guest stands at the door: the host compares the words and lets it in or not.
    record Waiting(List<String> words) implements SessionEvent {}

    /// The next try to connect again begins in so long, unless [Session#tryNow] comes first; zero when it begins.
    record Retrying(Duration in) implements SessionEvent {}

    /// The connection changed. A host tells only [LinkState#CONNECTED] (it listens) and [LinkState#CLOSED].
    ///
    /// @param reason why, for [LinkState#RECONNECTING] and [LinkState#CLOSED]; otherwise [EndReason#NONE]
    record StateChanged(LinkState state, EndReason reason) implements SessionEvent {}

    /// The host let this guest in (for the first time), or this host opened its room.
    ///
    /// @param self this member, under the name it was given
    record Welcomed(Person self, String title) implements SessionEvent {}

    /// The room has a new entry, this member's own included.
    ///
    /// @param mine whether this member is its author
    /// @param history whether it was there before this member came in
    record Arrived(Entry entry, boolean mine, boolean history) implements SessionEvent {}

    /// Entries that the host no longer has and this member will never see.
    record Missed(long fromSeq, long toSeq) implements SessionEvent {}

    /// How far this member's own texts have come. Everything up to and including an id is so; the newest event counts.
    ///
    /// @param sentThrough was written to the connection (a guest's) or appended to the room (the host's)
    /// @param deliveredThrough came back numbered (a guest's), or was acknowledged by every guest present (the host's)
    record Progress(long sentThrough, long deliveredThrough) implements SessionEvent {}

    /// Who is in the room changed.
    record MembersChanged(List<Person> members) implements SessionEvent {}

    /// Who types right now, without this member. The newest event counts.
    record TypingChanged(List<Person> typists) implements SessionEvent {}

    /// A probe came back. At a guest `member` is the host (1).
    record RoundTrip(int member, Duration time) implements SessionEvent {}

    /// A host turned a connection away or ended it.
    ///
    /// @param address the peer's
    /// @param reason in the words of the protocol
    record TurnedAway(String address, String reason) implements SessionEvent {}

    /// The host asks this guest to show its end of the connection; a person answers with [Session#showEnd]. Told once.
    record EndAsked() implements SessionEvent {}

    /// Whether the host sees this guest's end of the connection now.
    record EndShown(boolean now) implements SessionEvent {}

    /// What a host sees of its guests' ends changed, or how it stands with one; see [FarEnds].
    record FarChanged() implements SessionEvent {}

    /// Who has the floor changed, or how this side stands to it. The newest event counts.
    record FloorChanged(FloorView floor) implements SessionEvent {}

    /// This side asked for the floor and does not get it.
    ///
    /// @param reason a word of the protocol, see [tincan.room.floor.Denial]
    record FloorDenied(String reason) implements SessionEvent {}

    /// This side had the floor, and it was taken away.
    ///
    /// @param reason a word of the protocol, see [tincan.room.floor.Revocation]
    record FloorRevoked(String reason) implements SessionEvent {}

    /// This side has the floor, and will lose it in so long.
    record FloorWarning(Duration left) implements SessionEvent {}

    /// Something that [Voice] tells has changed, or [Session#voice] itself.
    record VoiceChanged() implements SessionEvent {}

    /// What this session keeps on disk, so that it outlives the program, can be kept no longer. It goes on in memory.
    ///
    /// @param reason in the system's words
    record NotKept(String reason) implements SessionEvent {}

    /// Of what was said before this program died, so many texts were not delivered: the room they belong to is gone.
    record Undelivered(int texts) implements SessionEvent {}
}
