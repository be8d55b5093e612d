/// The rules of a conversation, pure: the room is an append-only log of entries, a member is a cursor in it. Nothing
/// here starts a thread, opens a socket or reads a clock, so all of it is tested by running schedules in memory.
///
/// Read first: [Entry], [RoomLog], [Cursor], [Room], [Outbox].
package tincan.room;
