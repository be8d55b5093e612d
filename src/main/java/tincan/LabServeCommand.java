package tincan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tincan.lab.Lesson;
import tincan.lab.ServerOptions;
import tincan.lab.ServerOptions.Serving;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.Place;

/// `tincan lab serve`: the server of a lesson, for clients from outside.
@Command(name = "serve")
final class LabServeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final TincanCommand tincan;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "LESSON", descriptionKey = "cli.option.lesson")
    private String lesson = "";

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "cli.option.lab-bind")
    private @Nullable String bind;

    @Option(names = "--unix", paramLabel = "FILE", descriptionKey = "cli.option.lab-unix")
    private @Nullable Path file;

    @Option(names = "--no-reuse-address", descriptionKey = "cli.option.lab-no-reuse")
    private boolean noReuse;

    @Option(names = "--once", descriptionKey = "cli.option.lab-once")
    private boolean once;

    @Option(names = "--quiet", descriptionKey = "cli.option.lab-quiet")
    private boolean quiet;

    private OptionalInt port = OptionalInt.empty();
    private OptionalInt backlog = OptionalInt.empty();
    private OptionalInt timeout = OptionalInt.empty();
    private @Nullable Serving serving;

    LabServeCommand(Terminal terminal, TincanCommand tincan) {
        this.terminal = terminal;
        this.tincan = tincan;
    }

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.option.lab-port")
    void port(String given) {
        port = OptionalInt.of(number(given, 0, LabPlaces.LAST_PORT, "cli.usage.port"));
    }

    @Option(names = "--backlog", paramLabel = "N", descriptionKey = "cli.option.lab-backlog")
    void backlog(String given) {
        backlog = OptionalInt.of(number(given, 1, 10_000, "cli.usage.lab-backlog"));
    }

    @Option(names = "--time-out", paramLabel = "SECONDS", descriptionKey = "cli.option.lab-time-out")
    void timeout(String given) {
        timeout = OptionalInt.of(number(given, 1, 86_400, "cli.usage.lab-time-out"));
    }

    @Option(names = "--clients", paramLabel = "one-at-a-time|thread|virtual-thread", descriptionKey = "cli.option.lab-clients")
    void clients(String given) {
        for (Serving known : Serving.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(given)) {
                serving = known;
                return;
            }
        }
        throw wrong("cli.usage.lab-clients", given);
    }

    private int number(String given, int least, int most, String key) {
        return LabPlaces.number(given, least, most).orElseThrow(() -> wrong(key, given));
    }

    @Override
    public Integer call() throws InterruptedException {
        Lesson chosen = tincan.lessons().named(lesson).orElseThrow(() -> wrong("cli.usage.lesson", lesson));
        return new LabTerminal(terminal, quiet).serve(chosen, options(chosen)).code();
    }

    private ServerOptions options(Lesson chosen) {
        ServerOptions usual = chosen.options();
        ListenOptions listen = usual.listen();
        if (noReuse) {
            listen = listen.withReuse(false);
        }
        if (backlog.isPresent()) {
            listen = listen.withBacklog(backlog.getAsInt());
        }
        if (timeout.isPresent()) {
            listen = listen.withTimeout(Duration.ofSeconds(timeout.getAsInt()));
        }
        ServerOptions options = usual.withListen(listen).withPlace(place(chosen)).withOnce(once || usual.once());
        return serving == null ? options : options.withServing(serving);
    }

    private Place place(Lesson chosen) {
        if (file != null) {
            if (bind != null || port.isPresent() || chosen instanceof Lesson.Datagram) {
                throw wrong("cli.usage.lab-unix", file);
            }
            return new Place.File(file);
        }
        String host = bind == null ? LabPlaces.LOOPBACK : bind;
        return LabPlaces.of(host, port.orElse(chosen.port())).orElseThrow(() -> wrong("cli.usage.lab-bind", host));
    }

    private UsageError wrong(String key, Object given) {
        return new UsageError(command, terminal.text().of(key, given));
    }
}
