package tincan.lab.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Linux tells in `/proc/net/tcp` about a socket that listens: how many connections wait to be accepted, and which
/// program has it (proc_net_tcp in the kernel's documentation). Elsewhere nothing.
final class KernelTable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    /// Column 2 is the local address, 4 the state (0A is LISTEN), 5 both queues, 10 the inode.
    private static final Pattern COLUMNS = Pattern.compile("\\s+");
    private static final String LISTEN = "0A";
    private static final int HEX = 16;

    private KernelTable() {}

    /// A line of the table.
    private record Listening(int port, int waiting, String inode) {
        static Optional<Listening> of(String line) {
            String[] columns = COLUMNS.split(line.strip(), -1);
            if (columns.length < 10 || !columns[3].equals(LISTEN)) {
                return Optional.empty();
            }
            String port = columns[1].substring(columns[1].indexOf(':') + 1);
            String waiting = columns[4].substring(columns[4].indexOf(':') + 1);
            return Optional.of(new Listening(Integer.parseInt(port, HEX), Integer.parseUnsignedInt(waiting, HEX),
                    columns[9]));
        }
    }

    /// How many connections wait to be accepted on a port.
    static OptionalInt waiting(InetSocketAddress address) {
        return listening(address.getPort()).mapToInt(Listening::waiting).max();
    }

    /// The program that listens on a port, as far as this user may see: its name and number.
    static Optional<String> holder(int port) {
        return listening(port).map(Listening::inode).map("socket:[%s]"::formatted).flatMap(KernelTable::having)
                .findFirst();
    }

    private static Stream<Listening> listening(int port) {
        return TABLES.stream().flatMap(KernelTable::lines).map(Listening::of).flatMap(Optional::stream)
                .filter(socket -> socket.port() == port);
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> having(String socket) {
        return ProcessHandle.allProcesses().filter(process -> has(process, socket))
                .map(process -> "%s (%d)".formatted(name(process), process.pid()));
    }

    private static boolean has(ProcessHandle process, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> isLinkTo(file, socket));
        } catch (IOException | UncheckedIOException e) {
            // it has ended meanwhile, or is somebody else's
            return false;
        }
    }

    private static boolean isLinkTo(Path file, String target) {
        try {
            return Files.readSymbolicLink(file).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString()).orElse("?");
    }
}
