package tincan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A server that can be put under load.
interface Server {

    /// What it is called in the tables.
    String name();

    /// How it is talked to.
    Protocol protocol();

    /// What is to be installed where it is missing.
    String debianPackage();

    /// Where its program lies; empty if it is not installed.
    Optional<Path> program();

    /// Writes what it is to know into `folder`, and says how it is started.
    ///
    /// @param port the port of 127.0.0.1 where it is to listen
    List<String> command(Path program, Path folder, int port) throws IOException;

    /// How it is asked for its version.
    List<String> version(Path program);
}
