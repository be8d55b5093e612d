package tincan.session;

/// The floor of a room, as one side sees it.
///
/// @param stand how this side stands to it
/// @param holder the number of the member that has it; 0 if nobody has; with [Stand#IDLE] one's own number while it is
/// not known who has it after oneself
/// @param name its name; empty if nobody has it
/// @param epoch the number of the present turn, or of the last one if nobody has the floor
/// @param position this side's place in the queue, from 1; 0 if it does not wait
/// @param limitNanos when the holder must end, by [System#nanoTime]; 0 if nobody has the floor
public record FloorView(Stand stand, int holder, String name, long epoch, int position, long limitNanos) {
    /// Where everybody may speak.
    public static final FloorView OFF = new FloorView(Stand.OFF, 0, "", 0, 0, 0);
}
