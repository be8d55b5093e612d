package tincan;

/// The one entry point: of the window and of every command.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        System.exit(new CommandLines(terminal).run(new LiveSessions(), args));
    }
}
