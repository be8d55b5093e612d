package tincan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tincan.text.Printable;
import tincan.trace.export.BrokenRecording;
import tincan.trace.export.HtmlPage;
import tincan.trace.export.PcapNg;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;
import tincan.trace.export.TextExport;

/// `tincan log`: shows a recording, or turns it into something that other programs read.
@Command(name = "log")
final class LogCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.recording")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.option.out")
    private @Nullable Path out;

    private Format format = Format.TEXT;

    /// What a recording is turned into.
    enum Format {
        TEXT, JSONL, PCAPNG, HTML
    }

    LogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--as", paramLabel = "text|jsonl|pcapng|html", descriptionKey = "cli.option.as")
    void as(String given) {
        for (Format known : Format.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(given)) {
                format = known;
                return;
            }
        }
        throw wrong("cli.usage.format", given);
    }

    @Override
    public Integer call() {
        if (format == Format.PCAPNG && out == null && terminal.person()) {
            throw wrong("cli.usage.binary", "");
        }
        try {
            return written(RecordingFile.open(file)).code();
        } catch (BrokenRecording broken) {
            terminal.complain(terminal.text().of("cli.recording", broken.reason(), file));
            return Exit.BAD_DATA.code();
        } catch (IOException _) {
            throw wrong("cli.usage.recording", file);
        }
    }

    private Exit written(Recording recording) {
        if (out == null) {
            print(recording);
            return Exit.OK;
        }
        try {
            RecordingFile.replace(out, to -> write(recording, to, StandardCharsets.UTF_8));
            return Exit.OK;
        } catch (IOException _) {
            throw wrong("cli.usage.out-file", out);
        }
    }

    private void print(Recording recording) {
        try {
            OutputStream to = new BufferedOutputStream(terminal.out());
            write(recording, to, terminal.charset());
            to.flush();
        } catch (IOException _) {
            // nobody reads any longer
        }
    }

    private void write(Recording recording, OutputStream to, Charset charset) throws IOException {
        switch (format) {
            case TEXT -> {
                for (Iterator<String> lines = TextExport.lines(recording).iterator(); lines.hasNext();) {
                    to.write((Printable.line(lines.next()) + "\n").getBytes(charset));
                }
            }
            case JSONL -> RecordingFile.lines(recording, to);
            case PCAPNG -> PcapNg.write(recording, to);
            case HTML -> to.write(HtmlPage.of(recording, terminal.text()::of).getBytes(StandardCharsets.UTF_8));
        }
    }

    private UsageError wrong(String key, Object given) {
        return new UsageError(command, terminal.text().of(key, given));
    }
}
