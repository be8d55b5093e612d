/// What outlives a process that dies: a host's room and a guest's place, each in a file of its owner's alone.
///
/// Read first: [BatchFile], [RoomJournal], [PlaceFile]; `docs/journal.md` is the reference of both files.
package tincan.journal;
