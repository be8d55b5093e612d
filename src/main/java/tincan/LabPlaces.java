package tincan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.lab.socket.Place;

/// Places of the lab's servers as people write them on a command line: `127.0.0.1:8009`, `[::1]:8009`,
/// `ada-laptop:9000`, a port alone for this computer, `unix:FILE`.
final class LabPlaces {
    static final String LOOPBACK = "127.0.0.1";
    static final int LAST_PORT = 65_535;

    private static final String UNIX = "unix:";
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final Pattern SIX = Pattern.compile("\\[?([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%\\w+)?)]?");
    private static final Pattern HOST = Pattern.compile("[^:\\s/\\[\\]#@?]+");
    private static final Pattern HOST_PORT = Pattern
            .compile("(?:(?<host>" + HOST.pattern() + ")|\\[(?<six>[^\\]]+)]):(?<port>" + PORT.pattern() + ")");

    private LabPlaces() {}

    /// A number of these.
    static Optional<Integer> number(String given, int least, int most) {
        return Optional.of(given).filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    /// Reads a whole place.
    static Optional<Place> parse(String given) {
        if (given.startsWith(UNIX)) {
            return file(given.substring(UNIX.length()));
        }
        if (PORT.matcher(given).matches()) {
            return of(LOOPBACK, Integer.parseInt(given));
        }
        Matcher matcher = HOST_PORT.matcher(given);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String six = matcher.group("six");
        return of(six == null ? matcher.group("host") : six, Integer.parseInt(matcher.group("port")));
    }

    /// A port of an address or a name; an IPv6 number with or without brackets.
    static Optional<Place> of(String host, int port) {
        if (port > LAST_PORT) {
            return Optional.empty();
        }
        Matcher six = SIX.matcher(host);
        if (six.matches()) {
            return Optional.of(new Place.Port(six.group(1), port));
        }
        return HOST.matcher(host).matches() ? Optional.of(new Place.Port(host, port)) : Optional.empty();
    }

    private static Optional<Place> file(String path) {
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(new Place.File(Path.of(path)));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
