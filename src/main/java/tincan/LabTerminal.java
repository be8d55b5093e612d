package tincan;

import java.util.Optional;
import tincan.lab.LabClient;
import tincan.lab.LabServer;
import tincan.lab.Lesson;
import tincan.lab.LineConsole;
import tincan.lab.ServerOptions;
import tincan.lab.socket.Pace;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.text.Printable;
import tincan.text.TroubleWords;
import tincan.trace.EventLog;
import tincan.trace.TextLines;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;

/// One side of a lesson on the terminal: lines that come in are what its person types, or steps where calls are held;
/// out go what its programs print and, for a server, what happens on its sockets.
final class LabTerminal {
    /// Under this name the log tells of a client.
    private static final String CLIENT = "client-1";

    private final Terminal terminal;
    private final boolean quiet;
    private final LineOutput output;
    private final EventLog log = EventLog.usual();
    private final Sockets sockets = new Sockets(log);
    private final LineConsole console;

    /// @param quiet whether nothing is said of what happens on the sockets
    LabTerminal(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.output = new LineOutput(terminal.out(), terminal.charset(), sockets::close);
        this.console = new LineConsole(new Screen());
    }

    private final class Screen implements LineConsole.Screen {
        @Override
        public void printed(String text) {
            output.line(Printable.lines(text));
        }

        @Override
        public void told(String key, Object... values) {
            output.line(terminal.text().of(key, values));
        }
    }

    /// Serves until the lesson ends by itself or the process is told to stop.
    Exit serve(Lesson lesson, ServerOptions options) throws InterruptedException {
        output.start();
        try (Goodbye _ = Goodbye.with(sockets::close);
                EventTail _ = EventTail.start(log, new Lines(), "log lines");
                LabServer server = LabServer.start(lesson, options, sockets, console)) {
            output.line(terminal.text().of("cli.lab.listening", server.place().shown()));
            if (!options.held().isEmpty()) {
                output.line(terminal.text().of("cli.lab.held"));
            }
            listen();
            server.awaitEnd();
            return Exit.OK;
        } catch (SocketTrouble trouble) {
            complain(trouble);
            return Exit.CANNOT_LISTEN;
        } finally {
            sockets.close();
            console.end();
            output.close();
        }
    }

    /// Goes through the lesson as its client.
    Exit use(Lesson lesson, Place place, StreamOptions options) {
        output.start();
        try (Goodbye _ = Goodbye.with(sockets::close);
                LabClient client = LabClient.start(lesson, CLIENT, place, options, sockets, console)) {
            listen();
            Optional<SocketTrouble> trouble = client.ended().join();
            trouble.ifPresent(this::complain);
            return trouble.isPresent() ? Exit.CONNECTION_LOST : Exit.OK;
        } catch (SocketTrouble trouble) {
            complain(trouble);
            return Exit.CANNOT_REACH;
        } finally {
            sockets.close();
            console.end();
            output.close();
        }
    }

    private void complain(SocketTrouble trouble) {
        terminal.complain(new TroubleWords(trouble.kind(), trouble.call().posix(), trouble.said(), trouble.holder())
                .in(terminal.text()));
    }

    private void listen() {
        LineInput input = new LineInput(terminal.in(), terminal.charset());
        Thread.ofPlatform().daemon().name("input").start(() -> {
            try {
                for (Optional<String> line = input.next(); line.isPresent(); line = input.next()) {
                    typed(line.get());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            console.end();
        });
    }

    private void typed(String line) throws InterruptedException {
        if (line.isEmpty() && sockets.pace().mode() == Pace.Mode.STEP) {
            sockets.pace().step();
        } else {
            boolean _ = console.typeWhenRead(line);
        }
    }

    /// What happens on the sockets, as lines. That a call begins is left out: the line of its end says how long
    /// it took.
    private final class Lines implements EventTail.Reader {
        @Override
        public void missed(long events) {
            if (!quiet) {
                output.line(terminal.text().of("cli.lab.missed", events));
            }
        }

        @Override
        public boolean read(TraceEvent event) {
            if (!quiet && !(event.what() instanceof Began)) {
                output.line(Printable.line(TextLines.line(event)));
            }
            return true;
        }

        @Override
        public void caughtUp() {}
    }
}
