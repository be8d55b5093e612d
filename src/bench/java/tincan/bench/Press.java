package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tincan.room.Mode;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.trace.EventLog;

/// How long it takes from the press of a guest's key until it has the floor: `Press [1000]`, over loopback. Writes a
/// table into `target/bench`.
final class Press {
    private static final int PRESSES = 1000;
    private static final int WARM = 100;
    private static final long PATIENCE_SECONDS = 10;

    private final Session guest;
    private final Semaphore granted = new Semaphore(0);
    private final Semaphore idle = new Semaphore(0);

    private Press(int port) throws SessionFailure {
        guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", port, ""), "Bob"), EventLog.off());
        guest.start(this::told);
    }

    private void told(SessionEvent event) {
        if (event instanceof SessionEvent.FloorChanged(var floor)) {
            if (floor.stand() == Stand.GRANTED) {
                granted.release();
            } else if (floor.stand() == Stand.IDLE) {
                idle.release();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        int presses = args.length > 0 ? Integer.parseInt(args[0]) : PRESSES;
        try (HostSession host = new HostSession(
                HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off())) {
            host.start(Session.NOBODY);
            Press press = new Press(host.port());
            host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
            press.await(press.idle);
            for (int i = 0; i < WARM; i++) {
                press.once();
            }
            List<Duration> took = new ArrayList<>();
            for (int i = 0; i < presses; i++) {
                took.add(press.once());
            }
            press.guest.leave();
            write(took.stream().sorted().toList());
        }
    }

    private Duration once() throws InterruptedException, IOException {
        granted.drainPermits();
        idle.drainPermits();
        long began = System.nanoTime();
        guest.floor().request();
        await(granted);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        guest.floor().release();
        await(idle);
        return took;
    }

    private void await(Semaphore what) throws InterruptedException, IOException {
        if (!what.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("no word of the floor in time");
        }
    }

    private static void write(List<Duration> sorted) throws IOException {
        String table = String.format(Locale.ROOT,
                "| presses | median ms | p95 ms | longest ms |%n|---|---|---|---|%n| %d | %.2f | %.2f | %.2f |%n",
                sorted.size(), millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 1));
        Path file = Slice.tables().resolve("press.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        System.out.print(table);
    }

    private static double millis(List<Duration> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))).toNanos() / 1e6;
    }
}
