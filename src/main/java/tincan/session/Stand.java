package tincan.session;

/// How this side stands to the floor.
public enum Stand {
    /// There is none: everybody may speak.
    OFF,
    /// Nobody has it.
    IDLE,
    /// It was asked for, and the host has not answered.
    REQUESTED,
    /// This side has it, and may speak.
    GRANTED,
    /// Somebody else has it.
    TAKEN,
    /// Somebody else has it, and this side waits in the queue.
    QUEUED
}
