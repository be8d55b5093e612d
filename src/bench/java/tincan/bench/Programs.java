package tincan.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs of this computer.
final class Programs {
    private Programs() {}

    /// Where a program lies: on the search path, or where Debian puts servers.
    static Optional<Path> find(String name) {
        String search = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(search.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    /// The Java that runs this.
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Whether servers must be told to give up the rights of the system's owner.
    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
