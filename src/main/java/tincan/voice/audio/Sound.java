package tincan.voice.audio;

/// Where sound comes from and goes to. Both may be open at once, and again after they were closed.
public interface Sound {
    /// The smallest buffer of a loudspeaker that ran without gaps, in milliseconds.
    int BUFFER_MILLIS = 20;

    /// Opens the microphone.
    AudioSource openMicrophone() throws DeviceLost;

    /// Opens the loudspeaker.
    ///
    /// @param bufferMillis how much sound it may hold that is not heard yet: more delay, fewer gaps
    AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost;

    default AudioSink openLoudspeaker() throws DeviceLost {
        return openLoudspeaker(BUFFER_MILLIS);
    }
}
