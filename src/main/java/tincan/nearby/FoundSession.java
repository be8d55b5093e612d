package tincan.nearby;

import java.util.List;

/// A session that is heard on the network, once however many interfaces it is heard on. Everything in it was said by a
/// stranger: texts may hold any character, and whether the host is who it says it is shows when one joins.
///
/// @param id names the session; the same session has the same one
/// @param title at most 255 characters, perhaps none
/// @param host at most 255 characters, perhaps none
/// @param open whether it says that it is an open lesson
/// @param version of the protocol it speaks
/// @param addresses where to reach it as `192.168.1.7:8462` or `[fd00::12]:8462`, the likeliest first, at least one
public record FoundSession(String id, String title, String host, boolean open, int version, List<String> addresses) {
    public FoundSession {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
    }
}
