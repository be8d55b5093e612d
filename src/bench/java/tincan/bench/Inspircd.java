package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `inspircd`: no limits, no throttle for talking much, no look-ups of names, queues larger than any load. It has no
/// setting for TCP_NODELAY.
final class Inspircd implements Server {
    private static final String CONFIGURATION = """
            <config format="xml">
            <server name="bench.localhost" description="bench" network="bench" id="1AA">
            <admin name="bench" nick="bench" email="bench@localhost">
            <bind address="127.0.0.1" port="%d" type="clients">
            <connect name="all" allow="*" timeout="60" pingfreq="600" limit="100000" localmax="100000"
                     globalmax="100000" maxconnwarn="no" fakelag="no" commandrate="1000000000" threshold="1000000"
                     softsendq="268435456" hardsendq="268435456" recvq="1048576" useident="no"
                     resolvehostnames="no">
            <performance netbuffersize="65534" somaxconn="4096" softlimit="100000" quietbursts="yes">
            <options prefixquit="" syntaxhints="no" cyclehostsfromuser="no">
            <pid file="%s">
            <log method="file" type="*" level="default" target="%s">
            """;

    @Override
    public String name() {
        return "inspircd";
    }

    @Override
    public Protocol protocol() {
        return Protocol.IRC;
    }

    @Override
    public String debianPackage() {
        return "inspircd";
    }

    @Override
    public Optional<Path> program() {
        return Programs.find("inspircd");
    }

    @Override
    public List<String> command(Path program, Path folder, int port) throws IOException {
        Path file = folder.resolve("inspircd.conf");
        Files.writeString(file,
                CONFIGURATION.formatted(port, folder.resolve("inspircd.pid"), folder.resolve("inspircd.log")));
        List<String> command = new ArrayList<>(List.of(program.toString(), "--nofork", "--config=" + file));
        if (Programs.asRoot()) {
            command.add("--runasroot");
        }
        return command;
    }

    @Override
    public List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }
}
