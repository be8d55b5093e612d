/// The lessons, a file each: a server and a client that read from top to bottom.
///
/// Read first: [TimeEcho].
package tincan.lab.lesson;
