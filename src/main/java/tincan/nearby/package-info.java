/// Sessions on the local network, announced and found by DNS-SD (RFC 6763) over multicast DNS (RFC 6762) as
/// `_tincan._tcp.local.`, without a server and beside any other responder on the computer. Who speaks when is decided by
/// pure classes that are given the time; one thread a side reads, sends and follows the interfaces.
///
/// Read first: [Announcement], [ServiceRecords], [Responder], [Neighbourhood], [MulticastLoop].
package tincan.nearby;
