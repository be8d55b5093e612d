package tincan;

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
import tincan.lab.raw.RawDatagram;
import tincan.lab.raw.RawOptions;
import tincan.lab.raw.RawStream;
import tincan.lab.socket.Place;
import tincan.lab.socket.StreamOptions;

/// `tincan lab connect`: a client that sends what is typed and prints what comes, or goes through a lesson.
@Command(name = "connect")
final class LabConnectCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 86_400;

    private final Terminal terminal;
    private final TincanCommand tincan;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "cli.option.lab-address")
    private String address = "";

    @Option(names = "--udp", descriptionKey = "cli.option.lab-udp")
    private boolean udp;

    @Option(names = "--as", paramLabel = "LESSON", descriptionKey = "cli.option.lab-as")
    private @Nullable String lesson;

    @Option(names = "--hex", descriptionKey = "cli.option.lab-hex")
    private boolean hex;

    private RawOptions.@Nullable LineEnd lineEnd;
    private OptionalInt timeout = OptionalInt.empty();

    LabConnectCommand(Terminal terminal, TincanCommand tincan) {
        this.terminal = terminal;
        this.tincan = tincan;
    }

    @Option(names = "--line-end", paramLabel = "none|lf|crlf", descriptionKey = "cli.option.lab-line-end")
    void lineEnd(String given) {
        for (RawOptions.LineEnd known : RawOptions.LineEnd.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(given)) {
                lineEnd = known;
                return;
            }
        }
        throw wrong("cli.usage.lab-line-end", given);
    }

    @Option(names = "--time-out", paramLabel = "SECONDS", descriptionKey = "cli.option.lab-time-out")
    void timeout(String given) {
        timeout = OptionalInt.of(LabPlaces.number(given, 1, MOST_SECONDS)
                .orElseThrow(() -> wrong("cli.usage.lab-time-out", given)));
    }

    @Override
    public Integer call() {
        Lesson chosen = chosen();
        Place place = LabPlaces.parse(address).orElseThrow(() -> wrong("cli.usage.lab-address", address));
        if (chosen instanceof Lesson.Datagram && place instanceof Place.File) {
            throw wrong("cli.usage.lab-address", address);
        }
        StreamOptions options = chosen.clientOptions();
        return new LabTerminal(terminal, true).use(chosen, place, timeout.isPresent()
                ? options.withTimeout(Duration.ofSeconds(timeout.getAsInt()))
                : options).code();
    }

    private Lesson chosen() {
        String name = lesson;
        if (name != null) {
            return tincan.lessons().named(name).orElseThrow(() -> wrong("cli.usage.lesson", name));
        }
        RawOptions.LineEnd usual = udp || hex ? RawOptions.LineEnd.NONE : RawOptions.LineEnd.LF;
        RawOptions options = new RawOptions(hex ? RawOptions.Input.HEX : RawOptions.Input.TEXT,
                lineEnd == null ? usual : lineEnd);
        return udp ? new RawDatagram(options) : new RawStream(options);
    }

    private UsageError wrong(String key, Object given) {
        return new UsageError(command, terminal.text().of(key, given));
    }
}
