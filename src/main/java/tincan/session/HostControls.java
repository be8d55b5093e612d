package tincan.session;

import java.util.List;
import java.util.Optional;
import tincan.room.Mode;

/// What a host may do about who is in its session. All methods may be called from any thread and return at once.
public interface HostControls {

    /// Decides who may speak. Tells an [tincan.room.Entry.ModeSet].
    default void mode(Mode mode) {
        // it stays
    }

    /// Takes the floor from whoever has it, before all who wait. Does nothing where there is none.
    default void takeFloor() {
        // there is none
    }

    /// How guests come in.
    Privacy privacy();

    /// The code that lets guests in, as it is said aloud, such as `7-maple-orbit`; empty where there is none.
    Optional<String> code();

    /// Takes another code; those who are in stay in, and come back without it. Tells [SessionEvent.CodeChanged].
    void changeCode();

    /// Lets nobody new in, or lets them in again. Those who are in may come back. Tells [SessionEvent.DoorChanged].
    void lock(boolean locked);

    boolean isLocked();

    /// Ends a member's stay: it is told so, and cannot come back to its place.
    void remove(int member);

    /// Removes a member, and every other from its address, and lets nobody in from there. Tells
    /// [SessionEvent.DoorChanged].
    void bar(int member);

    /// The addresses from which nobody is let in.
    List<String> barred();

    /// Lets people in from an address again. Tells [SessionEvent.DoorChanged].
    void unbar(String address);

    /// Lets somebody in who knocked: the person here has compared the words.
    ///
    /// @param knock see [SessionEvent.Knocked]
    /// @return false if nobody waits there as that number
    boolean admit(long knock);

    /// Lets somebody who knocked not in.
    ///
    /// @return false if nobody waits there as that number
    boolean turnAway(long knock);
}
