package tincan.voice.audio;

import java.util.List;

/// The devices that there are now, and that take the sound of this program. On Linux the sound server's own choice
/// stands for all of its devices: it is chosen in the system's mixer.
///
/// @param inputs microphones
/// @param outputs loudspeakers
public record AudioDevices(List<AudioDevice> inputs, List<AudioDevice> outputs) {
    public AudioDevices {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// Asks the system, which takes some milliseconds.
    public static AudioDevices now() {
        return new AudioDevices(SystemLines.INPUT.devices(), SystemLines.OUTPUT.devices());
    }
}
