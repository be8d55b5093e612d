package tincan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tincan.home.UserName;
import tincan.room.Limits;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.voice.audio.Sound;

/// The options that `host` and `join` share.
final class ChatOptions {
    private final Text text;

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "cli.option.record")
    private @Nullable Path record;

    @Mixin
    private final VoiceOptions voice;

    private String name = UserName.ofAccount(System.getProperty("user.name", ""));

    ChatOptions(Text text) {
        this.text = text;
        this.voice = new VoiceOptions(text);
    }

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.name")
    void name(String given) {
        if (given.isBlank() || given.codePointCount(0, given.length()) > Limits.NAME_POINTS
                || given.chars().anyMatch(Character::isISOControl)) {
            throw new UsageError(command, text.of("cli.usage.name", Limits.NAME_POINTS));
        }
        name = given.strip();
    }

    /// How this member wants to be called: the user's name in the system unless said otherwise.
    String name() {
        return name;
    }

    /// Talks, and saves at the end what happened on the sockets, if that is asked for.
    ///
    /// @param end what this end is called in the recording
    /// @param otherwise the log if nothing is to be saved
    Exit recorded(Terminal terminal, String end, EventLog otherwise, Function<EventLog, Exit> talk) {
        if (record == null) {
            return talk.apply(otherwise);
        }
        EventLog log = otherwise.recording() ? otherwise : EventLog.usual();
        try (SessionRecord _ = SessionRecord.begin(record, end, log, terminal)) {
            return talk.apply(log);
        } catch (IOException _) {
            throw new UsageError(command, text.of("cli.usage.record-file", record));
        }
    }

    /// What voice is joined with; empty if it is not.
    Optional<Sound> sound() {
        return voice.sound();
    }

    /// Whether lines are for programs.
    boolean json() {
        return json;
    }
}
