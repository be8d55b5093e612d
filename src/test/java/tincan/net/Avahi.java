package tincan.net;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tincan.net.Namespaces.Namespace;

/// Avahi in a namespace, on a message bus of its own, so that the system's is not touched. Needs avahi-daemon,
/// avahi-utils and dbus.
public final class Avahi implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Namespace namespace;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private Avahi(Namespace namespace, Path folder) {
        this.namespace = namespace;
        this.folder = folder;
    }

    /// Starts it, or ends the test as skipped where it is not installed.
    public static Avahi startOrSkip(Namespace namespace) throws Exception {
        Assumptions.assumeTrue(Stream.of("/usr/sbin/avahi-daemon", "/usr/bin/avahi-browse", "/usr/bin/dbus-daemon")
                .allMatch(program -> Files.isExecutable(Path.of(program))), "no Avahi here");
        Avahi avahi = new Avahi(namespace, Files.createTempDirectory("tincan-avahi"));
        try {
            avahi.start();
        } catch (Exception e) {
            avahi.close();
            throw e;
        }
        return avahi;
    }

    private void start() throws IOException, InterruptedException {
        Path bus = Files.writeString(folder.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>custom</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow own="*"/>
                <allow eavesdrop="true"/><allow user="*"/></policy></busconfig>
                """.formatted(folder.resolve("bus")));
        Path conf = Files.writeString(folder.resolve("avahi.conf"), """
                [server]
                host-name=other-computer
                use-ipv4=yes
                use-ipv6=yes
                enable-dbus=yes
                """);
        processes.add(new ProcessBuilder(command("dbus-daemon", "--nofork", "--print-address", "--config-file=" + bus))
                .start());
        processes.getFirst().inputReader().readLine();
        // its folder for sockets is fixed; this program's view of the files is its own
        processes.add(new ProcessBuilder(command("sh", "-c", """
                mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon \
                && exec /usr/sbin/avahi-daemon --no-drop-root --no-chroot --no-rlimits -f "$0" """.strip(),
                conf.toString())).redirectErrorStream(true).start());
        var said = processes.getLast().inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); !(line != null && line.contains("Server startup complete")); line = said
                .readLine()) {
            if (line == null) {
                throw new IllegalStateException("avahi-daemon: " + all);
            }
            all.append(line).append('\n');
        }
        Thread.ofVirtual().start(() -> {
            try {
                said.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // it has ended
            }
        });
    }

    /// What to start in order to run a program that speaks to it.
    public List<String> command(String... command) {
        List<String> all = new ArrayList<>(
                List.of("env", "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + folder.resolve("bus"), "LC_ALL=C.UTF-8"));
        all.addAll(List.of(command));
        return namespace.command(all);
    }

    @Override
    public void close() throws Exception {
        for (Process each : processes.reversed()) {
            each.destroy();
            if (!each.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                each.destroyForcibly();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
