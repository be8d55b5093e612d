package tincan.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Our own relay, see [Relay], on the Java that runs this and with the options of the installed program.
///
/// @param isPrivate whether its session is private: TLS 1.3 and a code
record RelayServer(boolean isPrivate) implements Server {

    @Override
    public String name() {
        return isPrivate ? "tincan-tls" : "tincan";
    }

    @Override
    public Protocol protocol() {
        return isPrivate ? Protocol.TINCAN_TLS : Protocol.TINCAN;
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
        List<String> command = new ArrayList<>(List.of(program.toString(), "-XX:+UseSerialGC", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), Relay.class.getName(), Integer.toString(port)));
        if (isPrivate) {
            command.add("private");
        }
        return command;
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
