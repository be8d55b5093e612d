package tincan.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tincan.journal.RoomJournal;
import tincan.journal.SavedRoom;
import tincan.room.RoomRules;
import tincan.text.Text;

/// The folder in which sessions are kept while they last, and what of them died with its program and can be resumed.
/// Each hosted session has a file of its own. All methods may be called from any thread; those that look into files
/// may block.
public final class SavedSessions {
    private static final String ENDING = ".room";
    private static final int NAME_BYTES = 8;

    private final Path folder;

    /// @param folder need not be there
    public SavedSessions(Path folder) {
        this.folder = folder;
    }

    /// A hosted session whose program died.
    ///
    /// @param host the host's name
    /// @param members how many came in, the host and those who have left included
    /// @param written when something was kept last
    public record Saved(String title, String host, Privacy privacy, Optional<String> bind, int port, boolean announced,
            int members, Instant written, Path file) {

        /// How to go on with it: at the same port, by the usual rules.
        public HostOptions options(Text text) {
            return new HostOptions(host, title, bind, port, RoomRules.DEFAULT, text, privacy, announced,
                    Optional.of(file));
        }
    }

    /// The session that died last; empty if there is none. It is left as it is. May block.
    public Optional<Saved> newest() {
        return dead().stream().findFirst();
    }

    /// The session that died last of those at a port. May block.
    public Optional<Saved> newest(int port) {
        return dead().stream().filter(saved -> saved.port() == port).findFirst();
    }

    /// Deletes what is left of sessions that died, but for the newest. May block.
    public void forgetOlder() {
        Optional<Path> kept = newest().map(Saved::file);
        for (Path file : files()) {
            if (!kept.equals(Optional.of(file))) {
                forget(file);
            }
        }
    }

    /// Deletes what is left of a session, unless it goes on somewhere. May block.
    public void forget(Saved session) {
        forget(session.file());
    }

    private static void forget(Path file) {
        try {
            Optional<RoomJournal> journal = RoomJournal.take(file);
            if (journal.isPresent()) {
                journal.get().delete();
            }
        } catch (IOException e) {
            // the next one to look tries again
        }
    }

    /// A file for a new session.
    public Path fresh() {
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        return folder.resolve(HexFormat.of().formatHex(random) + ENDING);
    }

    /// The folder that keeps the places of guests.
    public Path guests() {
        return folder.resolve("joined");
    }

    private List<Saved> dead() {
        List<Saved> found = new ArrayList<>();
        for (Path file : files()) {
            try {
                if (!RoomJournal.isHeld(file)) {
                    RoomJournal.peek(file).map(SavedSessions::saved).ifPresent(found::add);
                }
            } catch (IOException e) {
                // nobody can resume it
            }
        }
        found.sort(Comparator.comparing(Saved::written).reversed());
        return found;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
                found.forEach(files::add);
            } catch (IOException e) {
                // as good as empty
            }
        }
        return files;
    }

    private static Saved saved(SavedRoom room) {
        return new Saved(room.head().title(), room.head().host(), privacy(room.head().privacy()),
                Optional.of(room.head().bind()).filter(bind -> !bind.isEmpty()), room.head().port(),
                room.head().announced(), room.members(), room.written(), room.file());
    }

    /// The name in a file.
    static String word(Privacy privacy) {
        return switch (privacy) {
            case CODE -> "code";
            case WORDS -> "words";
            case OPEN -> "open";
        };
    }

    /// A word of a later version is taken for the most private.
    private static Privacy privacy(String word) {
        return switch (word) {
            case "open" -> Privacy.OPEN;
            case "words" -> Privacy.WORDS;
            default -> Privacy.CODE;
        };
    }
}
