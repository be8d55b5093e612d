package tincan.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One server under one load, for a quick look or a profiler: `Once tincan members=100 senders=10 window=1024
/// measured=20000`. The words after the server's name are those of [Load].
final class Once {
    private Once() {}

    public static void main(String[] args) throws Exception {
        List<Server> servers = Stream.concat(Compare.SERVERS.stream(), Stream.of(new RelayServer(false, true)))
                .toList();
        Server server = servers.stream().filter(one -> one.name().equals(args[0])).findFirst().orElseThrow(
                () -> new IllegalArgumentException("one of " + servers.stream().map(Server::name).toList()));
        try (Running running = Running.start(server)) {
            System.err.println(server.name() + " is process " + running.pid() + ", port " + running.port());
            Optional<Figures> figures = Slice.run(running, Shape.parse(List.of(args)));
            System.out.print(figures.map(Figures::lines).orElseGet(() -> "no figures\n"));
        }
    }
}
