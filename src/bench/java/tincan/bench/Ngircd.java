package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `ngircd`: no limits, no penalty for talking much, no look-ups of names. It has no setting for TCP_NODELAY.
final class Ngircd implements Server {
    private static final String CONFIGURATION = """
            [Global]
            Name = bench.localhost
            Info = bench
            Listen = 127.0.0.1
            Ports = %d
            %s
            [Limits]
            MaxConnections = 0
            MaxConnectionsIP = 0
            MaxJoins = 0
            MaxNickLength = 16
            MaxPenaltyTime = 0
            PingTimeout = 600
            [Options]
            DNS = no
            Ident = no
            PAM = no
            """;

    @Override
    public String name() {
        return "ngircd";
    }

    @Override
    public Protocol protocol() {
        return Protocol.IRC;
    }

    @Override
    public String debianPackage() {
        return "ngircd";
    }

    @Override
    public Optional<Path> program() {
        return Programs.find("ngircd");
    }

    @Override
    public List<String> command(Path program, Path folder, int port) throws IOException {
        Path file = folder.resolve("ngircd.conf");
        String user = Programs.asRoot() ? "ServerUID = irc\nServerGID = irc" : "";
        Files.writeString(file, CONFIGURATION.formatted(port, user));
        return List.of(program.toString(), "--nodaemon", "--config", file.toString());
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
