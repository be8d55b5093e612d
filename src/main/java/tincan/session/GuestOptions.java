package tincan.session;

import java.nio.file.Path;
import java.util.Optional;
import tincan.secure.Code;

/// How a session is to be joined.
///
/// @param address where its host is
/// @param name the name asked for
/// @param code the host's code, if this guest has it; with a code only a private session will do
/// @param access what kind of session will do
/// @param keeper the folder that keeps this guest's place should this program die; empty to keep it in memory alone
public record GuestOptions(PeerAddress address, String name, Optional<Code> code, Access access,
        Optional<Path> keeper) {

    public GuestOptions {
        if (code.isPresent() && access != Access.PRIVATE) {
            throw new IllegalArgumentException("a code is for a private session");
        }
    }

    /// What kind of session will do.
    public enum Access {
        /// Only a private one: nothing is said before it is encrypted.
        PRIVATE,
        /// An open lesson.
        OPEN,
        /// Nothing is known of it: a private one, or else an open lesson.
        EITHER;

        /// What does for a session of which this was known.
        static Access of(Security.Level level) {
            return level == Security.Level.OPEN ? OPEN : PRIVATE;
        }

        /// Whether such a session will do.
        boolean allows(Security.Level level) {
            return this == EITHER || this == of(level);
        }
    }

    /// Of an address alone, or of a link with its code.
    public GuestOptions(PeerAddress address, String name) {
        this(address, name, Code.parse(address.code()), address.code().isEmpty() ? Access.EITHER : Access.PRIVATE,
                Optional.empty());
    }

    /// The same, with a code.
    public GuestOptions withCode(Code given) {
        return new GuestOptions(address, name, Optional.of(given), Access.PRIVATE, keeper);
    }

    /// The same, for a session that is known to be private, or to be open.
    public GuestOptions withAccess(Access known) {
        return new GuestOptions(address, name, code, known, keeper);
    }

    /// The same, with its place kept in `folder`.
    public GuestOptions keptIn(Path folder) {
        return new GuestOptions(address, name, code, access, Optional.of(folder));
    }
}
