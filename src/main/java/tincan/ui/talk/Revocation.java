package tincan.ui.talk;

import java.util.Arrays;
import java.util.Locale;

/// Why the floor was taken from this side. The words of the protocol, and one for those that are not known here.
enum Revocation {
    LIMIT, OVERRIDE, SILENCE, LEASE, MODE, OTHER;

    static Revocation of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst().orElse(OTHER);
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
