/// Voice, from a microphone at one end to a loudspeaker at the others.
///
/// Read first: [tincan.voice.packet], [tincan.voice.codec], [tincan.voice.play].
package tincan.voice;
