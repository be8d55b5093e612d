package tincan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tincan.nearby.Browser;
import tincan.session.Sessions;

/// `tincan find`: prints the sessions of the network as they appear and go, for a while.
@Command(name = "find")
final class FindCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 86_400;

    private final Terminal terminal;
    private final Sessions sessions;
    private final CountDownLatch unread = new CountDownLatch(1);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    final HelpOption help = new HelpOption();

    @Option(names = "--json", descriptionKey = "cli.option.find-json")
    private boolean json;

    private Duration time = Duration.ofSeconds(3);

    FindCommand(Terminal terminal, Sessions sessions) {
        this.terminal = terminal;
        this.sessions = sessions;
    }

    @Option(names = "--seconds", paramLabel = "SECONDS", descriptionKey = "cli.option.seconds")
    void seconds(String given) {
        int seconds = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new UsageError(command,
                    terminal.text().of("cli.usage.seconds", given, Integer.toString(LONGEST_SECONDS)));
        }
        time = Duration.ofSeconds(seconds);
    }

    @Override
    public Integer call() throws InterruptedException {
        Charset charset = json ? StandardCharsets.UTF_8 : terminal.charset();
        try (LineOutput out = new LineOutput(terminal.out(), charset, unread::countDown)) {
            out.start();
            listen(new FoundLines(json ? new FoundLines.Json() : new FoundLines.Plain(terminal.text()), out::line));
        }
        return Exit.OK.code();
    }

    private void listen(FoundLines lines) throws InterruptedException {
        try (Browser browser = sessions.browser()) {
            browser.start(lines::told);
            unread.await(time.toSeconds(), TimeUnit.SECONDS);
            lines.over(time, browser.listening());
        }
    }
}
