/// What is read beside a lesson: the booklet's page, and its programs with the line that runs.
///
/// Read first: [PagePane], [ProgramMarks].
package tincan.ui.lab.book;
