package tincan.ui;

import java.util.List;
import tincan.voice.audio.AudioDevices;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Trouble;

/// A computer without any device.
public final class NoSound implements Sound {
    /// Of that computer.
    public static final Sounds SOUNDS = new Sounds(_ -> new NoSound(),
            () -> new AudioDevices(List.of(), List.of()));

    @Override
    public AudioSource openMicrophone() throws DeviceLost {
        throw new DeviceLost(Trouble.NO_DEVICE);
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
        throw new DeviceLost(Trouble.NO_DEVICE);
    }
}
