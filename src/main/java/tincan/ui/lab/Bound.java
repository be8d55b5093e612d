package tincan.ui.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tincan.lab.Lesson;
import tincan.lab.socket.Place;

/// Where a lesson's server binds.
enum Bound {
    /// Only this computer.
    LOOPBACK("127.0.0.1"), LOOPBACK_6("::1"),
    /// All of this computer's addresses.
    EVERY("0.0.0.0"), EVERY_6("::"),
    /// A file of this computer, for streams.
    UNIX("");

    private final String host;

    Bound(String host) {
        this.host = host;
    }

    /// What a lesson's server may choose from.
    static List<Bound> of(Lesson lesson) {
        return switch (lesson) {
            case Lesson.Stream _ -> List.of(values());
            case Lesson.Datagram _ -> List.of(LOOPBACK, LOOPBACK_6, EVERY, EVERY_6);
        };
    }

    /// May make a folder that only this user reads.
    Place at(int port) {
        return this == UNIX ? new Place.File(fresh()) : new Place.Port(host, port);
    }

    private static Path fresh() {
        try {
            Path folder = Files.createTempDirectory("tincan-lab");
            folder.toFile().deleteOnExit();
            return folder.resolve("lesson.sock");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
