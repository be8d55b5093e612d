package tincan.ui.talk;

import java.util.Arrays;
import java.util.Locale;

/// Why the floor was not given. The words of the protocol, and one for those that are not known here.
enum Denial {
    QUEUE_FULL, PENALTY, CHAT, OTHER;

    static Denial of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst().orElse(OTHER);
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
