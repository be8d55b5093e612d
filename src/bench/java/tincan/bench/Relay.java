package tincan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tincan.room.Rate;
import tincan.room.RoomRules;
import tincan.session.HostControls;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.Privacy;
import tincan.session.Session;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.trace.EventLog;

/// A host and nothing else, in a process of its own: `Relay <port> [private]`. It prints its port and, of a private
/// session, the code, and lives until the end of its input. The word `heap` there makes it collect all garbage and print
/// how many bytes of heap are used and how many of memory.
final class Relay {
    private static final int MEMBERS = 50_000;
    /// What stands before the code where it is printed.
    static final String CODE = "code ";
    private static final int COLLECTIONS = 3;
    private static final Path STATUS = Path.of("/proc/self/status");

    private Relay() {}

    public static void main(String[] args) throws SessionFailure, IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        HostOptions options = HostOptions.open("Relay", "bench", port, Text.in(Locale.ENGLISH)).onLoopback()
                .withRules(RoomRules.DEFAULT.withMembers(MEMBERS).withRate(Rate.UNLIMITED))
                .withPrivacy(args.length > 1 ? Privacy.CODE : Privacy.OPEN);
        try (HostSession session = new HostSession(options, EventLog.off())) {
            session.start(Session.NOBODY);
            System.out.println("port " + session.port());
            session.controls().flatMap(HostControls::code).ifPresent(code -> System.out.println(CODE + code));
            obey();
        }
    }

    private static void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            if (word.equals("heap")) {
                System.out.println("heap " + usedHeap() + " " + residentMemory());
            }
        }
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// What the system has given the process, in bytes; 0 where it does not say.
    private static long residentMemory() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).orElse(0L);
        }
    }
}
