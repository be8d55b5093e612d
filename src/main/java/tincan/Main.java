package tincan;

/// The one entry point: of the window and of every command.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLines(Terminal.ofProcess()).run(new Wiring(), args));
    }
}
