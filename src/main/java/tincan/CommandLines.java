package tincan;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import tincan.home.Home;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.voice.audio.AudioDevices;

/// Puts `tincan` and its subcommands together: in the language of the person, and with one sentence instead of a page
/// where something is wrong.
final class CommandLines {
    private final Terminal terminal;
    private final Text text;
    private final Home usual;

    /// @param usual the folders of the program's files, where no others are asked for
    CommandLines(Terminal terminal, Home usual) {
        this.terminal = terminal;
        this.usual = usual;
        this.text = terminal.text();
    }

    /// Runs what the arguments ask for.
    ///
    /// @return the number for the shell
    int run(Sessions sessions, String... arguments) {
        TincanCommand tincan = new TincanCommand(terminal, usual);
        CommandLine line = new CommandLine(tincan);
        worded(line, "cli.about.tincan");
        line.addSubcommand(chat(new HostCommand(terminal, sessions, tincan), "cli.about.host", "cli.help.host-lines"));
        line.addSubcommand(chat(new JoinCommand(terminal, sessions, tincan, System.getenv()), "cli.about.join",
                "cli.help.guest-lines"));
        line.addSubcommand(worded(new CommandLine(new FindCommand(terminal, sessions)), "cli.about.find"));
        line.addSubcommand(
                worded(new CommandLine(new DevicesCommand(terminal, AudioDevices::now)), "cli.about.devices"));
        line.addSubcommand(worded(new CommandLine(new LogCommand(terminal)), "cli.about.log"));
        line.addSubcommand(lab(tincan));
        line.addSubcommand(worded(new CommandLine(new RehearseCommand(tincan)), "cli.about.rehearse"));
        line.setParameterExceptionHandler((wrong, given) -> complained(wrong, List.of(given)));
        line.setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), terminal.charset()), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setResourceBundle(text.bundle());
        return line.execute(arguments);
    }

    /// A command in which lines are typed, with what its help says about those that are not said.
    private CommandLine chat(Object command, String about, String lines) {
        CommandLine line = worded(new CommandLine(command), about);
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.footerHeading("%n");
        usage.footer(text.of(lines), text.of("cli.help.talk-lines"), text.of("cli.help.other-lines"));
        return line;
    }

    private CommandLine lab(TincanCommand tincan) {
        CommandLine lab = worded(new CommandLine(new LabCommand(terminal)), "cli.about.lab");
        lab.addSubcommand(worded(new CommandLine(new LabListCommand(terminal, tincan)), "cli.about.lab-list"));
        lab.addSubcommand(worded(new CommandLine(new LabServeCommand(terminal, tincan)), "cli.about.lab-serve"));
        lab.addSubcommand(worded(new CommandLine(new LabConnectCommand(terminal, tincan)), "cli.about.lab-connect"));
        return lab;
    }

    private CommandLine worded(CommandLine line, String about) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.description(text.of(about));
        usage.synopsisHeading(text.of("cli.help.usage") + " ");
        usage.optionListHeading("%n" + text.of("cli.help.options") + "%n");
        usage.parameterListHeading("%n");
        usage.commandListHeading("%n" + text.of("cli.help.commands") + "%n");
        usage.sortOptions(false);
        usage.width(100);
        return line;
    }

    private int complained(ParameterException wrong, List<String> given) {
        terminal.complain(new UsageWords(text).of(wrong, given));
        return Exit.USAGE.code();
    }
}
