package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `nats-server`: no log, no limit that this load could meet. It sets TCP_NODELAY by itself.
final class NatsServer implements Server {
    private static final String CONFIGURATION = """
            listen: "127.0.0.1:%d"
            max_connections: 100000
            max_pending: 268435456
            write_deadline: "30s"
            ping_interval: "1m"
            debug: false
            trace: false
            logfile: "%s"
            """;

    @Override
    public String name() {
        return "nats-server";
    }

    @Override
    public Protocol protocol() {
        return Protocol.NATS;
    }

    @Override
    public String debianPackage() {
        return "nats-server";
    }

    @Override
    public Optional<Path> program() {
        return Programs.find("nats-server");
    }

    @Override
    public List<String> command(Path program, Path folder, int port) throws IOException {
        Path file = folder.resolve("nats.conf");
        Files.writeString(file, CONFIGURATION.formatted(port, folder.resolve("nats.log")));
        return List.of(program.toString(), "--config", file.toString());
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
