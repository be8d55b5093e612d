/// Load programs: how fast the relay is, next to servers that others made. They are compiled with the tests and started
/// by hand; `docs/performance.md` says how and what they found.
///
/// Read first: [Load] (one run against one server), [Compare] (all runs against all servers), [Idle], [PingPong].
package tincan.bench;
