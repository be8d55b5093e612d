package tincan.session;

import tincan.wire.Frame;

/// A guest's part in the voice.
final class GuestVoice {
    /// The host tells what packets are sealed with from now on.
    void keys(Frame.VoiceKeys keys) {
        // to come
    }
}
