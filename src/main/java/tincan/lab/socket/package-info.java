/// The calls of the socket interface by their POSIX names, as the lessons make them: each is real, each is reported to
/// the log, each can be held until a step, slowed, or disturbed on purpose.
///
/// Read first: [Sockets], [StreamSocket], [Pace], [Faults].
package tincan.lab.socket;
