/// The events of one connection as a ladder: two lanes, an arrow a transfer, time going down.
///
/// Read first: [Ladder].
package tincan.trace.ladder;
