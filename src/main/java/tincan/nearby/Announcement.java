package tincan.nearby;

import java.util.regex.Pattern;

/// What a host tells everybody on its network. Nothing in it is secret, and the code of a session is not in it.
///
/// @param id names the session, random and the same as long as it lives: 8 to 64 digits `0-9a-f`
/// @param title of the session; what is too long for a record is cut off
/// @param host what the host is called; what is too long for a record is cut off
/// @param open whether it is an open lesson, in which everybody may take part
/// @param version of the protocol
/// @param port on which the host listens, TCP
public record Announcement(String id, String title, String host, boolean open, int version, int port) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");
    private static final int LAST = 65_535;

    public Announcement {
        if (!isId(id)) {
            throw new IllegalArgumentException("id " + id);
        }
        if (version < 0 || version > LAST || port < 1 || port > LAST) {
            throw new IllegalArgumentException("version %d, port %d".formatted(version, port));
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
