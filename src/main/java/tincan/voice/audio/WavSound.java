package tincan.voice.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Files, or nothing, in place of devices: for computers without sound. They keep time as devices do.
///
/// @param microphone what is heard, from its beginning each time that the microphone is opened, then silence; without
/// one there is silence
/// @param loudspeaker what is written, anew each time that the loudspeaker is opened; without one sound goes nowhere
public record WavSound(Optional<Path> microphone, Optional<Path> loudspeaker) implements Sound {

    /// Finds out whether the files can be used, and begins the loudspeaker's.
    ///
    /// @throws IOException if not, with a message that names the file
    public void check() throws IOException {
        if (microphone.isPresent()) {
            WavFile.read(microphone.get()).close();
        }
        if (loudspeaker.isPresent()) {
            WavFile.create(loudspeaker.get()).close();
        }
    }

    @Override
    public AudioSource openMicrophone() throws DeviceLost {
        try {
            return new WavSource(microphone.isPresent() ? WavFile.read(microphone.get()) : WavSource.SILENCE);
        } catch (IOException e) {
            throw new DeviceLost(Trouble.NO_DEVICE, e);
        }
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
        try {
            return loudspeaker.isPresent() ? new WavSink(WavFile.create(loudspeaker.get())) : new NoSink();
        } catch (IOException e) {
            throw new DeviceLost(Trouble.NO_DEVICE, e);
        }
    }
}
