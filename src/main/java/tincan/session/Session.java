package tincan.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tincan.trace.EventLog;
import tincan.voice.audio.Sound;

/// One conversation, seen from one member: the host's own or a guest's. All methods may be called from any thread and
/// return at once unless they say otherwise.
public interface Session extends AutoCloseable {

    /// A listener for a session whose conversation nobody follows on this side; a host then does not even decode it.
    Consumer<SessionEvent> NOBODY = event -> {
    };

    /// Opens the session: a host listens, a guest connects and is let in. Blocks until that is done or has failed, at
    /// most a few seconds. Call it once.
    ///
    /// @param listener gets every event from now on, in order, on one thread of the session's; while it is busy, events
    /// wait in bounded memory and then the network waits
    /// @throws SessionFailure if it could not be opened; the session is closed then
    void start(Consumer<SessionEvent> listener) throws SessionFailure;

    /// Whether this side is the host.
    boolean hosting();

    /// What the host called the session. Empty until it is open.
    String title();

    /// This member, under the name the host gave it. Before the session is open: the name it asks for.
    Person self();

    /// Everybody who is in or may come back, in the order they came, the host first.
    List<Person> members();

    /// Says `text` to everybody. The text is kept until the host has numbered it, over any number of connections.
    ///
    /// @return the number under which its fate is told, or why it was not taken
    Sending say(String text);

    /// Blocks until [#say] is likely to take another text, or the session is closed.
    ///
    /// @return false if the session is closed
    boolean awaitRoom() throws InterruptedException;

    /// Tells the others whether a text is being typed. Repeats cost nothing.
    void typing(boolean now);

    /// Who may speak, and how this side comes to speak where one does at a time.
    default FloorControl floor() {
        return FloorControl.NONE;
    }

    /// How the connection with a member is protected. A guest has one connection, the host's (1); a host has one with
    /// each guest. Empty while there is none.
    default Optional<Security> security(int member) {
        return Optional.empty();
    }

    /// A person compared the safety words of the connection with `member` and found them the same on both screens.
    default void compared(int member) {
        // nothing was to be compared
    }

    /// Connects again at once instead of later. Does nothing while connected, and at a host.
    default void tryNow() {
        // nothing is tried
    }

    /// What a host may do; empty at a guest.
    default Optional<HostControls> controls() {
        return Optional.empty();
    }

    /// Looks at once whether a host is reached at other addresses than it told; it does so by itself every few seconds.
    /// Tells [SessionEvent.Listening] if it is. Does nothing at a guest.
    default void lookForAddresses() {
        // nobody is let in here
    }

    /// What a host sees of the other ends; empty at a guest.
    default Optional<FarEnds> farEnds() {
        return Optional.empty();
    }

    /// Answers [SessionEvent.EndAsked], or ends what was allowed. A no holds for the rest of the session. Does nothing
    /// at a host.
    default void showEnd(boolean yes) {
        // nobody asks
    }

    /// This member's part in the voice; empty unless it has joined.
    default Optional<Voice> voice() {
        return Optional.empty();
    }

    /// Takes part in the voice, with this microphone and loudspeaker. A device that does not work ends nothing: see
    /// [Voice]. Joining again, and before the session is open, does nothing.
    default void joinVoice(Sound sound) {
        // there is none
    }

    /// Takes part in the voice no longer, and closes the devices. May be joined again.
    default void leaveVoice() {
        // nothing was joined
    }

    /// What happened on the sockets of this session.
    EventLog log();

    /// Leaves: what was said and can still be delivered is sent first (a host waits for its guests' acknowledgements),
    /// a few seconds at the most. Blocks until all is over. Calling it again does nothing.
    void leave();

    /// The same as [#leave].
    @Override
    default void close() {
        leave();
    }
}
