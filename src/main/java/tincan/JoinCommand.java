package tincan;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tincan.session.GuestOptions;
import tincan.session.PeerAddress;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// `tincan join`: goes into a session and talks in it, without a window.
@Command(name = "join")
final class JoinCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Sessions sessions;
    private final TincanCommand tincan;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Mixin
    private final ChatOptions chat;

    @Parameters(paramLabel = "ADDRESS|LINK", arity = "0..1", descriptionKey = "cli.option.address")
    private @Nullable String address;

    JoinCommand(Terminal terminal, Sessions sessions, TincanCommand tincan) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.tincan = tincan;
        this.chat = new ChatOptions(terminal.text());
    }

    @Override
    public Integer call() {
        GuestOptions options = new GuestOptions(host(), chat.name()).keptIn(tincan.savedSessions().guests());
        return new TerminalChat(sessions.join(options, EventLog.off()), terminal, chat.json()).run().code();
    }

    private PeerAddress host() {
        if (address == null) {
            throw wrong("cli.usage.no-address", "");
        }
        try {
            return PeerAddress.parse(address);
        } catch (IllegalArgumentException _) {
            throw wrong("cli.usage.address", address);
        }
    }

    private ParameterException wrong(String key, String given) {
        return new ParameterException(command.commandLine(), terminal.text().of(key, given));
    }
}
