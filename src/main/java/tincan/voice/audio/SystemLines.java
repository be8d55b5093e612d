package tincan.voice.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// The lines of the system in one direction that take [OpenLine#FORMAT]. The first is what the system takes when none
/// is chosen.
enum SystemLines {
    INPUT(TargetDataLine.class), OUTPUT(SourceDataLine.class);

    private final Class<? extends DataLine> kind;

    SystemLines(Class<? extends DataLine> kind) {
        this.kind = kind;
    }

    private List<Mixer.Info> mixers() {
        return Arrays.stream(AudioSystem.getMixerInfo()).filter(each -> AudioSystem.getMixer(each)
                .isLineSupported(info())).toList();
    }

    List<AudioDevice> devices() {
        List<AudioDevice> devices = new ArrayList<>();
        mixers().forEach(each -> devices.add(new AudioDevice(each.getName(), devices.isEmpty())));
        return devices;
    }

    /// The mixer of a device.
    ///
    /// @param name empty for the first
    Optional<Mixer> mixer(String name) {
        return mixers().stream().filter(each -> name.isEmpty() || each.getName().equals(name)).findFirst()
                .map(AudioSystem::getMixer);
    }

    Line.Info info() {
        return new DataLine.Info(kind, OpenLine.FORMAT);
    }
}
