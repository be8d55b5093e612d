package tincan;

/// What a line of input asks for.
sealed interface Request {

    /// Nothing: the line is empty.
    record Nothing() implements Request {}

    /// To say something.
    record Say(String text) implements Request {}

    /// To do something about who comes in and who stays, in a session that is hosted here.
    ///
    /// @param argument a number, a name or an address; empty where the order wants none
    record Order(HostOrder order, String argument) implements Request {}

    /// To have the floor, or to give it away: with one's voice where that was joined.
    record Talk(boolean wanted) implements Request {}

    /// To have the floor, or to give it away, for texts.
    record Floor(boolean wanted) implements Request {}

    /// To turn the microphone off, or on again.
    record Mute(boolean wanted) implements Request {}

    /// To leave the session.
    record Leave() implements Request {}

    /// Something that cannot be done.
    ///
    /// @param reason why, in the words of who reads it: a sentence for a person, a name for a program
    record Refused(String reason) implements Request {}
}
