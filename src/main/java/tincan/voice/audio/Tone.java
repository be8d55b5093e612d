package tincan.voice.audio;

/// The short signals of the walkie-talkie.
public enum Tone {
    /// The floor is yours.
    GO_AHEAD,
    /// Somebody's turn is over.
    OVER,
    /// You do not get the floor.
    DENIED,
    /// Your turn ends soon.
    TIME_OUT
}
