package tincan.voice.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Files, or nothing, in place of devices: for computers without sound. They keep time as devices do. Thread-safe.
public final class WavSound implements Sound {
    private final Optional<Path> microphone;
    private final Optional<Path> loudspeaker;
    /// Whether the loudspeaker's file is this sound's already. Owner: the lock on this object.
    private boolean begun;

    /// @param microphone what is heard, from its beginning each time that the microphone is opened, then silence;
    /// without one there is silence
    /// @param loudspeaker what is written, anew; when the loudspeaker is opened again it goes on where it was. Without
    /// one sound goes nowhere
    public WavSound(Optional<Path> microphone, Optional<Path> loudspeaker) {
        this.microphone = microphone;
        this.loudspeaker = loudspeaker;
    }

    /// Whether both are one file, by whatever names: what is heard would be overwritten.
    public boolean isOneFile() throws IOException {
        return microphone.isPresent() && loudspeaker.isPresent() && Files.exists(loudspeaker.get())
                && Files.isSameFile(microphone.get(), loudspeaker.get());
    }

    /// Finds out whether the files can be used, and begins the loudspeaker's.
    ///
    /// @throws IOException if not, with a message that names the file
    public void check() throws IOException {
        if (microphone.isPresent()) {
            WavFile.read(microphone.get()).close();
        }
        if (loudspeaker.isPresent()) {
            open(loudspeaker.get()).close();
        }
    }

    private synchronized WavFile open(Path file) throws IOException {
        WavFile opened = begun ? WavFile.goOn(file) : WavFile.create(file);
        begun = true;
        return opened;
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
            return loudspeaker.isPresent() ? new WavSink(open(loudspeaker.get())) : new NoSink();
        } catch (IOException e) {
            throw new DeviceLost(Trouble.NO_DEVICE, e);
        }
    }
}
