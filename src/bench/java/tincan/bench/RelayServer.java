package tincan.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Our own relay, see [Relay], on the Java that runs this and with the options of the installed program.
final class RelayServer implements Server {

    @Override
    public String name() {
        return "tincan";
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
        return List.of(program.toString(), "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                Relay.class.getName(),
                Integer.toString(port));
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
