/// From packets that come late, in another order or not at all to sound that goes on without a gap: how long to wait,
/// what to put in place of what is lost, and how to become a little faster or slower unheard. Nothing here knows a
/// thread or a clock; the time is given.
///
/// Read first: [Receiver], [JitterBuffer], [DelayEstimator], [TimeScale], [Mixer].
package tincan.voice.play;
