/// The packets that voice travels in: their bytes, their seal, which of them are dropped, and how much of what was sent
/// before goes along again. Nothing here knows a socket, a thread or a clock.
///
/// Read first: [VoicePacket], [PacketCodec], [VoiceKeys], [Opener].
package tincan.voice.packet;
