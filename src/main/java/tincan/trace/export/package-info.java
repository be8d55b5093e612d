/// What was seen on the sockets, to keep and to hand on: recordings in files, and the same as text, as packets for
/// Wireshark and as a page for a browser.
///
/// Read first: [Recording], [RecordingFile].
package tincan.trace.export;
