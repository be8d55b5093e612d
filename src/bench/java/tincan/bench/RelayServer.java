package tincan.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Our own relay, see [Relay], on the Java that runs this and with the options of the installed program.
final class RelayServer implements Server {

    private final boolean kept;

    RelayServer() {
        this(false);
    }

    private RelayServer(boolean kept) {
        this.kept = kept;
    }

    /// The same with its room in a file.
    static RelayServer kept() {
        return new RelayServer(true);
    }

    @Override
    public String name() {
        return kept ? "tincan-kept" : "tincan";
    }

    @Override
    public Protocol protocol() {
        return Protocol.TINCAN;
    }

    @Override
    public String debianPackage() {
        return "";
    }

    @Override
    public Optional<Path> program() {
        return Optional.of(Programs.java());
    }

    @Override
    public List<String> command(Path program, Path folder, int port) {
        List<String> command = List.of(program.toString(), "-XX:+UseSerialGC", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), Relay.class.getName(), Integer.toString(port));
        Stream<String> file = kept ? Stream.of(folder.resolve("bench.room").toString()) : Stream.empty();
        return Stream.concat(command.stream(), file).toList();
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
