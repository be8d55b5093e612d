package tincan.voice.audio;

import java.util.Optional;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// The sound of this computer. A device is looked for each time that it is opened, so that one that was plugged in
/// again is found, and a sound server that starts after the program.
public final class SystemSound implements Sound {
    private final String microphone;
    private final String loudspeaker;
    private volatile boolean had;

    /// The devices that the system takes when none is chosen.
    public SystemSound() {
        this("", "");
    }

    /// Devices by their names.
    ///
    /// @param microphone empty for the system's
    /// @param loudspeaker the same
    public SystemSound(String microphone, String loudspeaker) {
        this.microphone = microphone;
        this.loudspeaker = loudspeaker;
    }

    @Override
    public AudioSource openMicrophone() throws DeviceLost {
        try {
            return new SystemSource((TargetDataLine) mixer(SystemLines.INPUT, microphone)
                    .getLine(SystemLines.INPUT.info()));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new DeviceLost(Trouble.BUSY, e);
        }
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
        try {
            return new SystemSink((SourceDataLine) mixer(SystemLines.OUTPUT, loudspeaker)
                    .getLine(SystemLines.OUTPUT.info()), bufferMillis);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new DeviceLost(Trouble.BUSY, e);
        }
    }

    private Mixer mixer(SystemLines lines, String name) throws DeviceLost {
        Optional<Mixer> mixer = lines.mixer(name);
        if (mixer.isEmpty()) {
            if (lines.mixer("").isPresent()) {
                throw new DeviceLost(Trouble.CHOSEN_GONE);
            }
            AlsaConfiguration.forget();
            throw new DeviceLost(had && noneAtAll() ? Trouble.SERVER_GONE : Trouble.NO_DEVICE);
        }
        had = true;
        return mixer.get();
    }

    private static boolean noneAtAll() {
        AudioDevices now = AudioDevices.now();
        return now.inputs().isEmpty() && now.outputs().isEmpty();
    }
}
