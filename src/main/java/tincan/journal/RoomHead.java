package tincan.journal;

/// What a host's journal says of its session as a whole.
///
/// @param session the room's id
/// @param title what the host calls it
/// @param host the host's name
/// @param privacy how guests come in, as a word
/// @param bind the address that was listened on; empty for all
/// @param port the TCP port
/// @param announced whether it was announced on the network
/// @param lastMember the highest number that a member was given when this was written
/// @param mode who might speak when this was written, as a word; empty where everybody might
/// @param lastEpoch the highest number of a turn that was known of when this was written
public record RoomHead(String session, String title, String host, String privacy, String bind, int port,
        boolean announced, int lastMember, String mode, long lastEpoch) {
    public RoomHead(String session, String title, String host, String privacy, String bind, int port,
            boolean announced, int lastMember) {
        this(session, title, host, privacy, bind, port, announced, lastMember, "", 0);
    }

    /// The same, as it is later.
    public RoomHead with(int newLastMember, String newMode, long newLastEpoch) {
        return new RoomHead(session, title, host, privacy, bind, port, announced, newLastMember, newMode,
                newLastEpoch);
    }
}
