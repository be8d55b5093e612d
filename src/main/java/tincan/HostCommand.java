package tincan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.Privacy;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// `tincan host`: opens a session and talks in it, without a window.
@Command(name = "host")
final class HostCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;
    private final Sessions sessions;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Mixin
    private final ChatOptions chat;

    @Option(names = "--title", paramLabel = "TITLE", descriptionKey = "cli.option.title")
    private @Nullable String title;

    private int port = PeerAddress.DEFAULT_PORT;

    @Option(names = "--open", descriptionKey = "cli.option.open")
    private boolean open;

    @Option(names = "--unlisted", descriptionKey = "cli.option.unlisted")
    private boolean unlisted;

    @Option(names = "--headless-log", paramLabel = "FILE", descriptionKey = "cli.option.headless-log")
    private @Nullable Path logFile;

    HostCommand(Terminal terminal, Sessions sessions) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.chat = new ChatOptions(terminal.text());
    }

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.option.port")
    void port(String given) {
        try {
            port = Integer.parseInt(given);
        } catch (NumberFormatException _) {
            port = -1;
        }
        if (port < 0 || port > LAST_PORT) {
            throw wrong("cli.usage.port", given);
        }
    }

    @Override
    public Integer call() {
        return (logFile == null ? talk(EventLog.off()) : talkWithLog(logFile)).code();
    }

    private Exit talkWithLog(Path path) {
        EventLog log = EventLog.usual();
        try (LogFile _ = LogFile.start(path, log)) {
            return talk(log);
        } catch (IOException _) {
            throw wrong("cli.usage.log-file", path);
        }
    }

    private Exit talk(EventLog log) {
        String shown = Optional.ofNullable(title).orElseGet(() -> terminal.text().of("cli.title", chat.name()));
        HostOptions options = HostOptions.open(chat.name(), shown, port, terminal.text()).withPrivacy(privacy());
        return new TerminalChat(sessions.host(unlisted ? options : options.onTheNetwork(), log), terminal, chat.json())
                .run();
    }

    private Privacy privacy() {
        return open ? Privacy.OPEN : Privacy.CODE;
    }

    private ParameterException wrong(String key, Object given) {
        return new ParameterException(command.commandLine(), terminal.text().of(key, given));
    }
}
