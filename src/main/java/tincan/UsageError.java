package tincan;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A command line that cannot be obeyed. Its message is the sentence that a person reads.
final class UsageError extends ParameterException {
    private static final long serialVersionUID = 1;

    UsageError(CommandSpec command, String sentence) {
        super(command.commandLine(), sentence);
    }

    /// What to try, in the language of the person.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
