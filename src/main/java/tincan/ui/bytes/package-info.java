/// The bytes of one row of the connection log: which part of which frame each of them is, and how that is shown.
///
/// Read first: [Dissection], [Dissector].
package tincan.ui.bytes;
