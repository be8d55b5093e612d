package tincan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.SavedSessions;
import tincan.session.Privacy;
import tincan.session.Sessions;
import tincan.text.Printable;
import tincan.trace.EventLog;

/// `tincan host`: opens a session and talks in it, without a window.
@Command(name = "host")
final class HostCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;
    private final Sessions sessions;
    private final TincanCommand tincan;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Mixin
    private final ChatOptions chat;

    @Option(names = "--title", paramLabel = "TITLE", descriptionKey = "cli.option.title")
    private @Nullable String title;

    private OptionalInt port = OptionalInt.empty();

    @Option(names = "--resume", descriptionKey = "cli.option.resume")
    private boolean resume;

    @Option(names = "--open", descriptionKey = "cli.option.open")
    private boolean open;

    @Option(names = "--no-code", descriptionKey = "cli.option.no-code")
    private boolean noCode;

    @Option(names = "--unlisted", descriptionKey = "cli.option.unlisted")
    private boolean unlisted;

    @Option(names = "--turns", descriptionKey = "cli.option.turns")
    private boolean turns;

    private Duration talkLimit = RoomRules.TALK_LIMIT;

    @Option(names = "--headless-log", paramLabel = "FILE", descriptionKey = "cli.option.headless-log")
    private @Nullable Path logFile;

    HostCommand(Terminal terminal, Sessions sessions, TincanCommand tincan) {
        this.terminal = terminal;
        this.sessions = sessions;
        this.tincan = tincan;
        this.chat = new ChatOptions(terminal.text());
    }

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.option.port")
    void port(String given) {
        port = OptionalInt.of(number(given));
        if (port.getAsInt() < 0 || port.getAsInt() > LAST_PORT) {
            throw wrong("cli.usage.port", given);
        }
    }

    @Option(names = "--talk-limit", paramLabel = "SECONDS", descriptionKey = "cli.option.talk-limit")
    void talkLimit(String given) {
        talkLimit = Duration.ofSeconds(number(given));
        if (talkLimit.compareTo(RoomRules.SHORTEST_TALK_LIMIT) < 0
                || talkLimit.compareTo(RoomRules.LONGEST_TALK_LIMIT) > 0) {
            throw wrong("cli.usage.talk-limit", given, RoomRules.SHORTEST_TALK_LIMIT.toSeconds(),
                    RoomRules.LONGEST_TALK_LIMIT.toSeconds());
        }
    }

    private RoomRules rules(RoomRules rules) {
        return rules.withMode(turns ? Mode.WALKIE_TALKIE : Mode.CHAT).withTalkLimit(talkLimit);
    }

    private static int number(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    @Override
    public Integer call() {
        return chat.recorded(terminal, "host", logFile == null ? EventLog.off() : EventLog.usual(),
                log -> logFile == null ? talk(log) : talkWithLog(logFile, log)).code();
    }

    private Exit talkWithLog(Path path, EventLog log) {
        try (LogFile _ = LogFile.start(path, log)) {
            return talk(log);
        } catch (IOException _) {
            throw wrong("cli.usage.log-file", path);
        }
    }

    private Exit talk(EventLog log) {
        HostOptions options = resume ? resumed().withRules(rules(RoomRules.DEFAULT)) : begun();
        return new TerminalChat(sessions.host(options, log), terminal, chat.json()).withVoice(chat.sound()).run();
    }

    private Privacy privacy() {
        if (open && noCode) {
            throw wrong("cli.usage.open-no-code", "");
        }
        if (open) {
            return Privacy.OPEN;
        }
        return noCode ? Privacy.WORDS : Privacy.CODE;
    }

    /// The last session of this home that died, or the last at the port that was asked for.
    private HostOptions resumed() {
        SavedSessions saved = tincan.savedSessions();
        return (port.isPresent() ? saved.newest(port.getAsInt()) : saved.newest())
                .orElseThrow(() -> wrong("cli.usage.resume", "")).options(terminal.text());
    }

    private HostOptions begun() {
        SavedSessions saved = tincan.savedSessions();
        saved.forgetOlder();
        saved.newest().ifPresent(dead -> terminal.complain(
                terminal.text().of("cli.resumable", Printable.line(dead.title()))));
        String shown = Optional.ofNullable(title).orElseGet(() -> terminal.text().of("cli.title", chat.name()));
        HostOptions options = HostOptions
                .open(chat.name(), shown, port.orElse(PeerAddress.DEFAULT_PORT), terminal.text())
                .withPrivacy(privacy()).keptIn(saved.fresh()).withRules(rules(RoomRules.DEFAULT));
        return unlisted ? options : options.onTheNetwork();
    }

    private UsageError wrong(String key, Object... given) {
        return new UsageError(command, terminal.text().of(key, given));
    }
}
