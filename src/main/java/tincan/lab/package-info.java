/// The lab: the servers and clients of the first lessons on sockets, on bare sockets that can be looked into. It uses
/// only the trace, so that a lesson reads alone.
///
/// Read first: [tincan.lab.lesson.TimeEcho], [Lesson], [LabServer], [LabClient].
package tincan.lab;
