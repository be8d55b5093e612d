package tincan.home;

import java.util.EnumSet;
import java.util.Set;

/// A tone of the walkie-talkie that can be turned off.
public enum TurnTone {
    /// The turn is one's own: talk.
    GO_AHEAD("go-ahead"),
    /// Somebody has spoken to the end.
    OVER("over"),
    /// One does not get the turn, or loses it.
    DENIED("denied"),
    /// Somebody has the turn, and one waits for it.
    QUEUED("queued"),
    /// One's turn ends soon.
    TIME_OUT("time-out");

    private final String stored;

    TurnTone(String stored) {
        this.stored = stored;
    }

    static Set<TurnTone> all() {
        return Set.copyOf(EnumSet.allOf(TurnTone.class));
    }

    /// As it stands in the settings' file.
    public String stored() {
        return stored;
    }
}
