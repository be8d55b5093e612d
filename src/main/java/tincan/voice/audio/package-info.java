/// Microphone and loudspeaker: the only package that knows javax.sound. Sound is handed on in frames of 10 ms, 48 kHz,
/// one channel, signed 16 bit. Two threads of the system's, one a direction, never wait for each other; what decides on
/// them is pure.
///
/// Read first: [Sound], [AudioSource], [AudioSink], [Microphone], [Loudspeaker], [SystemSound].
package tincan.voice.audio;
