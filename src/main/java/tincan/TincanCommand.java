package tincan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tincan.home.Home;
import tincan.lab.lesson.Lessons;
import tincan.session.SavedSessions;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `tincan` by itself: opens the window.
@Command(name = "tincan", versionProvider = Version.class)
final class TincanCommand implements Callable<Integer> {
    private static final String LINK = "tincan:";

    private final Terminal terminal;
    private final Home usual;

    @Mixin
    final HelpOption help = new HelpOption();

    @Option(names = {"-V", "--version"}, versionHelp = true, descriptionKey = "cli.option.version")
    boolean version;

    /// As the system hands it over when somebody clicks it. It may hold a code, so it appears in no message.
    @Parameters(arity = "0..1", paramLabel = "LINK", descriptionKey = "cli.option.link")
    private @Nullable String link;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "cli.option.home")
    private @Nullable Path home;

    TincanCommand(Terminal terminal, Home usual) {
        this.terminal = terminal;
        this.usual = usual;
    }

    /// Where sessions are kept while they last; also for the other commands.
    SavedSessions savedSessions() {
        return new SavedSessions(folders().sessions());
    }

    /// The lessons of the lab, with files of their own.
    Lessons lessons() {
        return new Lessons(folders().lessons(), Clock.system(ZoneId.systemDefault()));
    }

    private Home folders() {
        return home == null ? usual : Home.below(home);
    }

    @Override
    public Integer call() {
        String given = link;
        if (given == null) {
            return openWindow().code();
        }
        if (!isLink(given)) {
            throw new UnmatchedArgumentException(Objects.requireNonNull(spec).commandLine(), List.of(given));
        }
        return openWindow(given).code();
    }

    /// The first word, if it is neither a command nor a link.
    Optional<String> noLink() {
        return Optional.ofNullable(link).filter(word -> !isLink(word));
    }

    static boolean isLink(String argument) {
        return argument.regionMatches(true, 0, LINK, 0, LINK.length());
    }

    /// Opens the window and stays until it is closed.
    ///
    /// @param arguments for the window, beside those that this command has of its own
    Exit openWindow(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (home != null) {
            all.add("--home=" + home);
        }
        return new Window(terminal).open(all);
    }
}
