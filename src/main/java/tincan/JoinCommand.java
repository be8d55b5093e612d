package tincan;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tincan.secure.Code;
import tincan.session.GuestOptions;
import tincan.session.SessionFailure;
import tincan.session.SessionFailure.Kind;
import java.util.Optional;
import tincan.session.PeerAddress;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// `tincan join`: goes into a session and talks in it, without a window.
@Command(name = "join")
final class JoinCommand implements Callable<Integer> {
    private static final String CODE_VARIABLE = "TINCAN_CODE";
    private static final int LONGEST_LINE = 256;

    private final Map<String, String> environment;
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

    @Option(names = "--code-stdin", descriptionKey = "cli.option.code-stdin")
    private boolean codeOnInput;

    /// @param environment of this process
    JoinCommand(Terminal terminal, Sessions sessions, TincanCommand tincan, Map<String, String> environment) {
        this.environment = environment;
        this.terminal = terminal;
        this.sessions = sessions;
        this.tincan = tincan;
        this.chat = new ChatOptions(terminal.text());
    }

    @Override
    public Integer call() {
        GuestOptions options = options();
        return chat.recorded(terminal, "guest", EventLog.off(), log -> join(options, log)).code();
    }

    /// Asks whoever sits there for the code where one is missing.
    private Exit join(GuestOptions options, EventLog log) {
        return new TerminalChat(sessions.join(options, log), terminal, chat.json()).withVoice(chat.sound())
                .runOr(failure -> asked(failure).map(code -> () -> join(options.withCode(code), log)));
    }

    private Optional<Code> asked(SessionFailure failure) {
        boolean missing = failure.kind() == Kind.CODE_NEEDED || failure.kind() == Kind.WRONG_CODE;
        if (!missing || chat.json() || codeOnInput || !terminal.person()) {
            return Optional.empty();
        }
        terminal.complain(
                terminal.text().of(failure.kind() == Kind.CODE_NEEDED ? "cli.ask-code" : "cli.ask-code-again"));
        return Code.parse(firstLine());
    }

    /// With the code of the environment or of the first line, if there is one. Never of the command line, which others
    /// on this computer can read.
    private GuestOptions options() {
        GuestOptions options = new GuestOptions(host(), chat.name()).keptIn(tincan.savedSessions().guests());
        String given = codeOnInput ? firstLine() : environment.getOrDefault(CODE_VARIABLE, "");
        if (given.isBlank() && !codeOnInput) {
            return options;
        }
        return options.withCode(Code.parse(given).orElseThrow(() -> wrong("cli.usage.code", "")));
    }

    /// Read byte by byte, so that nothing of what is to be said is taken with it.
    private String firstLine() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = terminal.in().read(); next >= 0 && next != '\n'
                    && line.length() < LONGEST_LINE; next = terminal.in().read()) {
                line.append((char) next);
            }
        } catch (IOException _) {
            // what was read is no code then
        }
        return line.toString();
    }

    private PeerAddress host() {
        if (address == null) {
            throw wrong("cli.usage.no-address", "");
        }
        if (address.contains("#")) {
            throw wrong("cli.usage.link-code", "");
        }
        try {
            return PeerAddress.parse(address);
        } catch (IllegalArgumentException _) {
            throw wrong("cli.usage.address", address);
        }
    }

    private UsageError wrong(String key, String given) {
        return new UsageError(command, terminal.text().of(key, given));
    }
}
