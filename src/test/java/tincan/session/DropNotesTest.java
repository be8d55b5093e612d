package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Drops.Reason;

final class DropNotesTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Drops drops = new Drops();
    private final List<String> said = new ArrayList<>();

    private void drop(Reason reason, int times) {
        for (int i = 0; i < times; i++) {
            drops.count(reason);
        }
    }

    @Test
    void whatIsDroppedIsSaidOnceAMinute() {
        drop(Reason.FORGED, 1);
        DropNotes notes = new DropNotes(drops, said::add, 0);
        notes.look(0);
        assertEquals(List.of(), said, "that was before");

        drop(Reason.REPLAYED, 12);
        drop(Reason.NO_FLOOR, 3);
        notes.look(1);
        drop(Reason.REPLAYED, 5);
        notes.look(MINUTE);
        notes.look(MINUTE + 1);
        notes.look(2 * MINUTE + 1);

        assertEquals(List.of("dropped: 12 replayed, 3 no floor", "dropped: 5 replayed"), said);
    }

    @Test
    void copiesThatAreSentOnPurposeAreNotWorthAWord() {
        DropNotes notes = new DropNotes(drops, said::add, 0);
        drop(Reason.COPY, 100);
        notes.look(0);
        assertEquals(List.of(), said);
    }
}
