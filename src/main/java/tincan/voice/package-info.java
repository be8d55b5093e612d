/// The voice of one member: what its microphone hears goes out as packets, and what packets bring is mixed and played.
/// Sessions carry the packets; who may speak when is the floor's business.
///
/// Read first: [tincan.voice.Talk], then `voice.packet`, `voice.codec`, `voice.play` and `voice.audio` below it.
package tincan.voice;
