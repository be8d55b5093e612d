/// The line: two tin cans and a string, drawn from the state of the connection.
///
/// Read first: [LineViewModel], [LineControl].
package tincan.ui.line;
