package tincan.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Computers and cables that only one test knows: network namespaces of Linux and pairs of virtual interfaces between
/// them. Needs iproute2 and the rights of root. All of it is gone when this is closed, also what still runs in it.
public final class Namespaces implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final String prefix = "tin%x-%s-".formatted(ProcessHandle.current().pid(),
            HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()));
    private final List<Namespace> made = new ArrayList<>();

    private Namespaces() {}

    /// A place for namespaces, or the end of the test as skipped where there may be none.
    public static Namespaces orSkip() {
        Namespaces namespaces = new Namespaces();
        try {
            namespaces.add("try");
        } catch (UncheckedIOException | IllegalStateException e) {
            namespaces.close();
            Assumptions.abort("no network namespaces here (Linux, iproute2 and root are needed): " + e.getMessage());
        }
        return namespaces;
    }

    /// A computer without a network. IPv6 addresses are good at once there, without looking for duplicates.
    public Namespace add(String name) {
        Namespace namespace = new Namespace(prefix + name);
        run(List.of("ip", "netns", "add", namespace.name()));
        made.add(namespace);
        namespace.run("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad");
        namespace.run("ip", "link", "set", "lo", "up");
        return namespace;
    }

    /// Lays a cable between an interface of one and one of the other, which are made and up.
    public void cable(Namespace one, String card, Namespace other, String otherCard) {
        run(List.of("ip", "link", "add", card, "netns", one.name(), "type", "veth", "peer", "name", otherCard,
                "netns", other.name()));
        one.up(card);
        other.up(otherCard);
    }

    /// One computer.
    public static final class Namespace {
        private final String name;

        private Namespace(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /// What to start in order to run `command` here.
        public List<String> command(List<String> command) {
            List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
            all.addAll(command);
            return all;
        }

        /// Runs a program here to its end.
        ///
        /// @return its output
        public String run(String... command) {
            return Namespaces.run(command(Arrays.asList(command)));
        }

        /// Gives an interface an address, such as `10.0.0.1/24`.
        public void address(String card, String address) {
            run("ip", "address", "add", address, "dev", card);
        }

        public void withoutAddress(String card, String address) {
            run("ip", "address", "del", address, "dev", card);
        }

        public void up(String card) {
            run("ip", "link", "set", card, "up");
        }

        /// Takes an interface down, which is a pulled cable for the other end.
        public void down(String card) {
            run("ip", "link", "set", card, "down");
        }

        /// Gives the kernel rules for packets, in the language of `nft`.
        public void nft(String rules) {
            run("nft", rules);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public void close() {
        for (Namespace each : made) {
            try {
                for (String pid : run(List.of("ip", "netns", "pids", each.name())).lines().toList()) {
                    ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
                }
                run(List.of("ip", "netns", "delete", each.name()));
            } catch (UncheckedIOException | IllegalStateException e) {
                System.err.println("left behind: " + each + ", " + e.getMessage());
            }
        }
        made.clear();
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
