package tincan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tincan.text.Printable;
import tincan.text.Text;

/// One sentence for whatever is wrong with a command line, in the language of the person.
final class UsageWords {
    private static final String OPTION = "-";

    private final Text text;

    UsageWords(Text text) {
        this.text = text;
    }

    /// @param given the whole command line
    String of(ParameterException wrong, List<String> given) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return switch (wrong) {
            case UsageError ours -> ours.sentence();
            case UnmatchedArgumentException unmatched -> unknown(firstWrong(unmatched, given), wrong.getCommandLine());
            case MissingParameterException missing ->
                text.of("cli.usage.missing", missing.getMissing().getFirst().paramLabel(), command);
            case OverwrittenOptionException twice -> text.of("cli.usage.twice", name(twice.getOverwritten()), command);
            default -> text.of("cli.usage.unfit", Printable.line(typed(wrong)), command);
        };
    }

    /// A first word that is no command passes for a link until another one is too many.
    private static String firstWrong(UnmatchedArgumentException unmatched, List<String> given) {
        String first = unmatched.getUnmatched().getFirst();
        return unmatched.getCommandLine().getCommand() instanceof TincanCommand tincan
                ? tincan.noLink().filter(word -> given.indexOf(word) <= given.indexOf(first)).orElse(first)
                : first;
    }

    private String unknown(String typed, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        return Nearest.to(typed.split("=", 2)[0], there(typed, command))
                .map(near -> text.of("cli.usage.nearest", Printable.line(typed), near, name))
                .orElseGet(() -> text.of("cli.usage.unknown", Printable.line(typed), name));
    }

    /// The options that the command has, or the commands below it.
    private static Collection<String> there(String typed, CommandLine command) {
        if (typed.startsWith(OPTION)) {
            return command.getCommandSpec().optionsMap().keySet();
        }
        return command.getSubcommands().entrySet().stream()
                .filter(one -> !one.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /// An option with its value, as far as it is known.
    private static String typed(ParameterException wrong) {
        String value = Optional.ofNullable(wrong.getValue()).orElse("");
        return wrong.getArgSpec() instanceof OptionSpec option ? option.longestName() + "=" + value : value;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
