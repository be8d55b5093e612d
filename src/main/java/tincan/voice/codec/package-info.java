/// Opus (RFC 6716): libopus by the FFM API where the program has it, Concentus where not. 48 kHz, one channel, frames
/// of 10 ms.
///
/// Read first: [VoiceCodec].
package tincan.voice.codec;
