package tincan.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

final class RoomJournalTest {
    private static final RoomHead HEAD = new RoomHead("4d0f", "Ada's session", "Ada", "open", "127.0.0.1", 8462, true,
            7);
    private static final MemberRecord ADA = new MemberRecord(1, "Ada", "", false, true, 3);
    private static final MemberRecord BOB = new MemberRecord(2, "Bob \"b\"", "9a1c", true, false, 0);

    @TempDir
    private Path folder;
    private Path path;

    @BeforeEach
    void path() {
        path = folder.resolve("sessions/one.room");
    }

    @Test
    void whatWasKeptIsThereAgain() throws Exception {
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            assertEquals(Optional.empty(), journal.open());
            journal.rewrite(HEAD, List.of(), List.of());
            journal.append(List.of(ADA), List.of(entries(1), entries(2, 3)));
            journal.append(List.of(), List.of(entries(4)));
            journal.append(List.of(BOB), List.of(entries(5)));
        }
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            RoomJournal.Content content = journal.open().orElseThrow();
            assertEquals(HEAD, content.head());
            assertEquals(List.of(ADA, BOB), content.members());
            assertEquals(entries(1, 2, 3, 4, 5), joined(content.entries()));
        }
    }

    @Test
    void aWholeRoomTakesThePlaceOfALongFile() throws Exception {
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            journal.rewrite(HEAD, List.of(ADA), List.of(entries(1, 2)));
            journal.rewrite(HEAD, List.of(ADA, BOB), List.of(entries(2), entries(3)));
            journal.append(List.of(), List.of(entries(4)));
        }
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            RoomJournal.Content content = journal.open().orElseThrow();
            assertEquals(List.of(ADA, BOB), content.members());
            assertEquals(entries(2, 3, 4), joined(content.entries()));
        }
    }

    @Test
    void theNewestHeadCounts() throws Exception {
        RoomHead later = HEAD.with(8, "walkie-talkie", 1_048_576);
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            journal.rewrite(HEAD, List.of(ADA), List.of(entries(1)));
            journal.append(later);
            journal.append(List.of(), List.of(entries(2)));
        }
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            RoomJournal.Content content = journal.open().orElseThrow();
            assertEquals(later, content.head());
            assertEquals(entries(1, 2), joined(content.entries()));
        }
    }

    @Test
    void aHeadOfAnEarlierVersionLacksWhatCameLater() throws Exception {
        Files.createDirectories(path.getParent());
        Records head = new Records();
        head.add(RoomJournal.HEAD, json -> json.writeStringProperty("session", "4d0f"));
        try (BatchFile file = new BatchFile(path, RoomJournal.TITLE)) {
            file.replace(List.of(head.batch()));
        }
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            assertEquals(new RoomHead("4d0f", "", "", "", "", 0, false, 0, "", 0), journal.open().orElseThrow().head());
        }
    }

    @Test
    void aLookTellsWhoseSessionItIsAndLeavesItAlone() throws Exception {
        assertEquals(Optional.empty(), RoomJournal.peek(path));
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            journal.rewrite(HEAD, List.of(ADA), List.of(entries(1)));
            journal.append(List.of(BOB), List.of(entries(2)));
            assertTrue(RoomJournal.isHeld(path));
            SavedRoom saved = RoomJournal.peek(path).orElseThrow();
            assertEquals(new SavedRoom(path, HEAD, Files.getLastModifiedTime(path).toInstant(), 2), saved);
        }
        assertFalse(RoomJournal.isHeld(path));
        Files.writeString(path, "something else");
        assertEquals(Optional.empty(), RoomJournal.peek(path));
    }

    @Test
    void aFileWithoutAHeadKeepsNoRoom() throws Exception {
        Files.createDirectories(path.getParent());
        Files.writeString(path, RoomJournal.TITLE + "\n");
        try (RoomJournal journal = RoomJournal.take(path).orElseThrow()) {
            assertThrows(BrokenJournal.class, journal::open);
        }
    }

    @Test
    void whatIsDeletedLeavesNothing() throws Exception {
        RoomJournal journal = RoomJournal.take(path).orElseThrow();
        journal.rewrite(HEAD, List.of(ADA), List.of(entries(1)));
        journal.delete();
        try (var left = Files.list(path.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static ByteBuffer entries(long... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long number : numbers) {
            out.writeBytes(FrameWriter
                    .bytes(new Frame.Entry(number, Instant.EPOCH, "said", 1, "Ada", number, "text " + number, "")));
        }
        return ByteBuffer.wrap(out.toByteArray());
    }

    private static ByteBuffer joined(List<ByteBuffer> slices) {
        ByteBuffer all = ByteBuffer.allocate(slices.stream().mapToInt(ByteBuffer::remaining).sum());
        slices.forEach(slice -> all.put(slice.duplicate()));
        return all.flip();
    }
}
