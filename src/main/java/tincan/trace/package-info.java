/// What really happened on our sockets: events as values, kept in a bounded log that any number of views read.
///
/// Read first: [TraceEvent], [EventLog], [Tap].
package tincan.trace;
