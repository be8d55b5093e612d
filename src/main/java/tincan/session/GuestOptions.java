package tincan.session;

/// How a session is to be joined.
///
/// @param address where its host is
/// @param name the name asked for
public record GuestOptions(PeerAddress address, String name) {}
