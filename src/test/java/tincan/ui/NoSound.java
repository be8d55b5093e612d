package tincan.ui;

import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Trouble;

/// A computer without any device.
public final class NoSound implements Sound {
    @Override
    public AudioSource openMicrophone() throws DeviceLost {
        throw new DeviceLost(Trouble.NO_DEVICE);
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
        throw new DeviceLost(Trouble.NO_DEVICE);
    }
}
