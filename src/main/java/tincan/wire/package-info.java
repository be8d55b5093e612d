/// Frames on a byte stream: `u32 length · u8 kind · body`, as `docs/protocol.md` describes them. Nothing here knows a
/// socket or the rules of a room.
///
/// Read first: [Frame], [FrameReader], [FrameWriter].
package tincan.wire;
