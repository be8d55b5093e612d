package tincan.session;

/// What a host's floor says to voice. Any thread; returns at once.
interface VoiceTurns {
    /// Whether a voice packet of a member may be heard now: everybody's where there is no floor, otherwise the
    /// holder's, in its turn. Takes note that the holder speaks.
    ///
    /// @param burst the turn that it says it is of
    /// @param duplex whether it says that everybody may talk
    boolean mayBeHeard(int member, int burst, boolean duplex, long now);
}
