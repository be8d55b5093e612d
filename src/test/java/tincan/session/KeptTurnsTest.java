package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Turns in a room whose host dies. A process that dies is played by a copy of its file.
@Timeout(60)
class KeptTurnsTest {
    private static final int DEATHS = 3;

    @TempDir
    private Path folder;

    @Test
    void noTwoTurnsHaveOneNumberHoweverOftenTheHostDies() throws Exception {
        Path file = folder.resolve("0.room");
        long first;
        try (HostSession host = host(file, Mode.WALKIE_TALKIE)) {
            first = takeTurn(host);
            file = Files.copy(file, folder.resolve("1.room"));
        }
        assertEquals(1, first);
        long last = first;
        for (int death = 1; death <= DEATHS; death++) {
            try (HostSession resumed = host(file, Mode.CHAT)) { // the room goes on as it was
                long next = takeTurn(resumed);
                assertTrue(next > last, "turn " + next + " after turn " + last);
                last = next;
                file = Files.copy(file, folder.resolve(death + 1 + ".room"));
            }
        }
    }

    /// The host takes a turn in which nobody is heard, so that it leaves no entry.
    private static long takeTurn(HostSession host) {
        host.floor().request();
        FloorView mine = host.floor().view();
        host.floor().release();
        assertEquals(List.of(Stand.GRANTED, Person.HOST), List.of(mine.stand(), mine.holder()));
        return mine.epoch();
    }

    private static HostSession host(Path file, Mode mode) throws Exception {
        HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback()
                .withRules(RoomRules.DEFAULT.withMode(mode)).keptIn(file), EventLog.off());
        Ear ear = new Ear();
        host.start(ear);
        ear.await(SessionEvent.Arrived.class, arrived -> arrived.entry().body() instanceof Entry.ModeSet,
                "the mode to be in the file");
        return host;
    }
}
