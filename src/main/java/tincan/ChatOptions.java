package tincan;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tincan.room.Limits;
import tincan.text.Text;

/// The options that `host` and `join` share.
final class ChatOptions {
    private final Text text;

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private String name = System.getProperty("user.name", "");

    ChatOptions(Text text) {
        this.text = text;
    }

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.name")
    void name(String given) {
        if (given.isBlank() || given.codePointCount(0, given.length()) > Limits.NAME_POINTS
                || given.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterException(command.commandLine(), text.of("cli.usage.name", Limits.NAME_POINTS));
        }
        name = given.strip();
    }

    /// How this member wants to be called: the user's name in the system unless said otherwise.
    String name() {
        return name;
    }

    /// Whether lines are for programs.
    boolean json() {
        return json;
    }
}
