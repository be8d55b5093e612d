/// Sessions over real sockets: thin threads around the pure room. Everything above sees one [Session], whether this
/// side hosts it or is a guest.
///
/// Read first: [Session], [SessionEvent], [Line], [HostSession], [GuestSession].
package tincan.session;
