package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A system that lets no file grow beyond a few hundred kilobytes, in the middle of a conversation.
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
    private static final int COUNT = 4000;
    private static final String WORDS = "words ".repeat(40);

    @TempDir
    private Path folder;

    @Test
    void theConversationGoesOnAndWhatCannotBeKeptIsToldOnce() throws Exception {
        try (TincanProcess host = small("host", "--open", "--json", "--name", "Ada", "--port", "0");
                TincanProcess guest = small("join", "127.0.0.1:" + host.port(), "--json", "--name", "Bob")) {
            guest.pour(IntStream.rangeClosed(1, COUNT).mapToObj(n -> "{\"say\":\"" + WORDS + n + "\"}").toList());
            assertEquals(COUNT, host.lines("\"event\":\"said\"", COUNT).size());
            guest.lines("\"event\":\"delivered\"", COUNT);
            assertEquals(1, host.lines("\"event\":\"not-kept\"", 1).size());
            assertEquals(1, guest.lines("\"event\":\"not-kept\"", 1).size());
            assertEquals(List.of(), files(), "an old state of a session must not be taken for it");
            guest.typeNoMore();
            assertEquals(0, guest.exit());
            host.typeNoMore();
            assertEquals(0, host.exit());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(room|place|new)")).toList();
        }
    }

    private TincanProcess small(String... arguments) throws IOException {
        Consumer<ProcessBuilder> limited = builder -> {
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 512; exec \"$@\"", "sh"));
            command.addAll(builder.command());
            builder.command(command);
        };
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve(arguments[0]).toString()));
        return TincanProcess.run(List.of("-XX:-UsePerfData"), limited, all.toArray(String[]::new));
    }
}
