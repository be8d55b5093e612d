package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Processor time used so far: by the server, by this process, and by the whole machine.
///
/// @param machine zero where the system has no `/proc/stat`
record Cpu(Duration server, Duration self, Duration machine) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int TICKS_A_SECOND = 100;

    /// What was used until now.
    static Cpu now(long server) {
        return new Cpu(used(server), used(ProcessHandle.current().pid()), machineUsed());
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private static Duration machineUsed() {
        try (var lines = Files.lines(STAT)) {
            long[] ticks = Arrays.stream(lines.findFirst().orElse("cpu").split("\\s+")).skip(1)
                    .mapToLong(Long::parseLong).toArray();
            long busy = 0;
            for (int i = 0; i < Math.min(ticks.length, 8); i++) {
                busy += i == 3 || i == 4 ? 0 : ticks[i]; // idle, waiting for a disk
            }
            return Duration.ofMillis(busy * 1000 / TICKS_A_SECOND);
        } catch (IOException _) {
            return Duration.ZERO;
        }
    }

    /// What was used since `earlier`.
    Cpu since(Cpu earlier) {
        return new Cpu(server.minus(earlier.server), self.minus(earlier.self), machine.minus(earlier.machine));
    }

    /// What neither the server nor this process used.
    Duration others() {
        Duration rest = machine.minus(server).minus(self);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
