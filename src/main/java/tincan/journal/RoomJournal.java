package tincan.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.wire.BrokenFrame;
import tincan.wire.FrameReader;
import tincan.wire.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/// A host's room in a file: who is in it with which key, and the entries as they went over the wire. `docs/journal.md`
/// is the reference.
///
/// Owner: one thread; only [#force] may be called by another.
public final class RoomJournal implements AutoCloseable {
    static final String TITLE = "tincan room 1";
    static final int HEAD = 129;
    static final int MEMBER = 130;

    private final HeldFile held;
    private final BatchFile file;

    private RoomJournal(HeldFile held) {
        this.held = held;
        this.file = held.batches();
    }

    /// What a file keeps.
    ///
    /// @param entries frames of entries, whole ones in each slice
    public record Content(RoomHead head, List<MemberRecord> members, List<ByteBuffer> entries) {}

    /// Takes hold of a file, which need not be there.
    ///
    /// @return empty if another session holds it
    public static Optional<RoomJournal> take(Path path) throws IOException {
        return HeldFile.take(path, TITLE).map(RoomJournal::new);
    }

    /// Whether a session holds the file, in this process or in another.
    public static boolean isHeld(Path path) throws IOException {
        Optional<FileHold> hold = FileHold.take(path);
        hold.ifPresent(FileHold::close);
        return hold.isEmpty();
    }

    /// What there is to know of the room in a file; empty if it keeps none.
    public static Optional<SavedRoom> peek(Path path) throws IOException {
        Reading reading = new Reading();
        try {
            new BatchFile(path, TITLE).read(reading::passOver);
            RoomHead head = reading.found();
            return Optional.of(new SavedRoom(path, head, Files.getLastModifiedTime(path).toInstant(),
                    reading.members.size()));
        } catch (NoSuchFileException | BrokenJournal e) {
            return Optional.empty();
        }
    }

    /// Reads the room that the file keeps, and goes on after it.
    ///
    /// @return empty if there is no file; then it begins with [#rewrite]
    /// @throws BrokenJournal if it keeps no room
    public Optional<Content> open() throws IOException, BrokenJournal {
        Reading reading = new Reading();
        try {
            long end = file.read(reading::take);
            Content content = new Content(reading.found(), reading.members, reading.entries);
            file.openAt(end);
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Gathers what the records say.
    private static final class Reading {
        private final List<MemberRecord> members = new ArrayList<>();
        private final List<ByteBuffer> entries = new ArrayList<>();
        private @Nullable RoomHead head;

        /// Takes a batch: first come the records about the session, then entries to its end.
        void take(ByteBuffer batch) throws BrokenJournal {
            ByteBuffer rest = Records.read(batch, this::note);
            if (rest.hasRemaining()) {
                entries.add(rest);
            }
        }

        /// The same, without keeping the entries.
        void passOver(ByteBuffer batch) throws BrokenJournal {
            Records.read(batch, this::note);
        }

        private boolean note(FrameReader record) throws BrokenFrame {
            switch (record.kind()) {
                case HEAD -> head = head(record);
                case MEMBER -> members.add(member(record));
                default -> {
                    return false;
                }
            }
            return true;
        }

        RoomHead found() throws BrokenJournal {
            RoomHead found = head;
            if (found == null) {
                throw new BrokenJournal("no head");
            }
            return found;
        }
    }

    /// Writes what is new. When this returns it outlives the process.
    ///
    /// @param members those who came in; they stand before their entries
    public void append(List<MemberRecord> members, List<ByteBuffer> entries) throws IOException {
        List<ByteBuffer> batches = batches(members, entries);
        if (!batches.isEmpty()) {
            file.append(batches);
        }
    }

    /// Writes a head that counts from now on, in place of the one before. When this returns it outlives the process.
    public void append(RoomHead head) throws IOException {
        file.append(List.of(batch(head)));
    }

    /// Puts a file with this room alone in place of what there is.
    public void rewrite(RoomHead head, List<MemberRecord> members, List<ByteBuffer> entries) throws IOException {
        List<ByteBuffer> batches = new ArrayList<>(List.of(batch(head)));
        batches.addAll(batches(members, entries));
        file.replace(batches);
    }

    private static ByteBuffer batch(RoomHead head) {
        Records records = new Records();
        records.add(HEAD, json -> write(head, json));
        return records.batch();
    }

    /// Members go into one batch with the first entries, so that the host is there with its own or not at all.
    private static List<ByteBuffer> batches(List<MemberRecord> members, List<ByteBuffer> entries) {
        if (members.isEmpty()) {
            return entries;
        }
        Records records = new Records();
        members.forEach(member -> records.add(MEMBER, json -> write(member, json)));
        entries.stream().limit(1).forEach(records::add);
        List<ByteBuffer> batches = new ArrayList<>(List.of(records.batch()));
        entries.stream().skip(1).forEach(batches::add);
        return batches;
    }

    private static void write(RoomHead head, JsonGenerator json) {
        json.writeStringProperty("session", head.session());
        json.writeStringProperty("title", head.title());
        json.writeStringProperty("host", head.host());
        json.writeStringProperty("privacy", head.privacy());
        json.writeStringProperty("bind", head.bind());
        json.writeNumberProperty("port", head.port());
        json.writeBooleanProperty("announced", head.announced());
        json.writeNumberProperty("lastMember", head.lastMember());
        json.writeStringProperty("mode", head.mode());
        json.writeNumberProperty("lastEpoch", head.lastEpoch());
    }

    private static void write(MemberRecord member, JsonGenerator json) {
        json.writeNumberProperty("member", member.member());
        json.writeStringProperty("name", member.name());
        json.writeStringProperty("key", member.key());
        json.writeBooleanProperty("mayReturn", member.mayReturn());
        json.writeBooleanProperty("present", member.present());
        json.writeNumberProperty("said", member.said());
    }

    private static RoomHead head(FrameReader record) throws BrokenFrame {
        Fields fields = new Fields();
        Records.fields(record, fields);
        return new RoomHead(fields.session, fields.title, fields.host, fields.privacy, fields.bind, fields.port,
                fields.announced, fields.lastMember, fields.mode, fields.lastEpoch);
    }

    private static MemberRecord member(FrameReader record) throws BrokenFrame {
        Fields fields = new Fields();
        Records.fields(record, fields);
        return new MemberRecord(fields.member, fields.name, fields.key, fields.mayReturn, fields.present, fields.said);
    }

    /// The fields of both kinds of records, with the values they have when they are missing.
    private static final class Fields implements Json.Field {
        private String session = "";
        private String title = "";
        private String host = "";
        private String privacy = "";
        private String bind = "";
        private String name = "";
        private String key = "";
        private String mode = "";
        private int port;
        private int lastMember;
        private int member;
        private boolean announced;
        private boolean mayReturn;
        private boolean present;
        private long said;
        private long lastEpoch;

        @Override
        public void take(String field, JsonParser value) throws BrokenFrame {
            switch (field) {
                case "session" -> session = Json.string(value);
                case "title" -> title = Json.string(value);
                case "host" -> host = Json.string(value);
                case "privacy" -> privacy = Json.string(value);
                case "bind" -> bind = Json.string(value);
                case "mode" -> mode = Json.string(value);
                case "name" -> name = Json.string(value);
                case "key" -> key = Json.string(value);
                case "port" -> port = Json.smallNumber(value);
                case "lastMember" -> lastMember = Json.smallNumber(value);
                case "member" -> member = Json.smallNumber(value);
                case "announced" -> announced = Json.flag(value);
                case "mayReturn" -> mayReturn = Json.flag(value);
                case "present" -> present = Json.flag(value);
                case "said" -> said = Json.number(value);
                case "lastEpoch" -> lastEpoch = Json.number(value);
                default -> value.skipChildren();
            }
        }
    }

    /// Brings what was written to the disk itself. From any thread; it takes as long as the disk does.
    public void force() throws IOException {
        file.force();
    }

    /// The size of the file in bytes.
    public long size() {
        return file.size();
    }

    /// Deletes the file: nothing of the room is left. Lets go of it.
    public void delete() throws IOException {
        held.delete();
    }

    /// Lets go of the file; it stays.
    @Override
    public void close() throws IOException {
        held.close();
    }
}
