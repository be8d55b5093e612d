/// The connection log: a row a socket call or frame.
///
/// Read first: [LogViewModel], [LogFilter].
package tincan.ui.log;
