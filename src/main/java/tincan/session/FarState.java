package tincan.session;

/// How it stands with the other end of a host's connection: whether its guest shows what it sees there.
public enum FarState {
    /// No guest is in by this connection.
    NOBODY,
    /// A person who types lines; there is no program that could show anything.
    PLAIN,
    /// Nobody has asked, or it was shown and the way it came by was lost.
    UNASKED,
    /// The guest was asked and has not answered.
    ASKED,
    /// The guest said no, or ended it.
    DECLINED,
    /// It is shown.
    SHOWN,
    /// What came was not what an end sees; it was cut.
    CUT
}
