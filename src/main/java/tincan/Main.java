package tincan;

import tincan.home.Home;

/// The one entry point: of the window and of every command.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        System.exit(new CommandLines(terminal, Home.ofProcess()).run(new LiveSessions(), args));
    }
}
