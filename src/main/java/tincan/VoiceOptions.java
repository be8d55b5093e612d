package tincan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tincan.text.Text;
import tincan.voice.audio.Sound;
import tincan.voice.audio.SystemSound;
import tincan.voice.audio.WavSound;

/// The options of `host` and `join` for who speaks.
final class VoiceOptions {
    private final Text text;

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--voice", descriptionKey = "cli.option.voice")
    private boolean voice;

    @Option(names = "--microphone", paramLabel = "FILE", descriptionKey = "cli.option.microphone")
    private @Nullable Path microphone;

    @Option(names = "--speaker", paramLabel = "FILE", descriptionKey = "cli.option.speaker")
    private @Nullable Path speaker;

    VoiceOptions(Text text) {
        this.text = text;
    }

    /// What voice is joined with: the devices of the system, or files in place of them. Empty if it is not.
    Optional<Sound> sound() {
        if (microphone == null && speaker == null) {
            return voice ? Optional.of(new SystemSound()) : Optional.empty();
        }
        WavSound files = new WavSound(Optional.ofNullable(microphone), Optional.ofNullable(speaker));
        try {
            if (files.isOneFile()) {
                throw refused("cli.usage.one-sound-file");
            }
            files.check();
        } catch (IOException _) {
            throw refused("cli.usage.sound-file");
        }
        return Optional.of(files);
    }

    private UsageError refused(String key) {
        return new UsageError(command, text.of(key));
    }
}
