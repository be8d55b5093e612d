package tincan;

import picocli.CommandLine.Option;

/// `--help`, for every command.
final class HelpOption {
    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "cli.option.help")
    boolean wanted;
}
