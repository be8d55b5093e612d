package tincan.ui.talk;

import tincan.session.Stand;

/// What the button that is held to talk says.
enum TalkSign {
    /// Nobody holds it.
    HOLD,
    /// It is held, and the floor is not there yet.
    WAIT,
    /// It is held, and the floor is there, but nobody hears: a device or the way is gone.
    UNHEARD,
    /// It is held, and everybody hears.
    AIR;

    static TalkSign of(boolean held, Stand stand, boolean heard) {
        if (!held) {
            return HOLD;
        }
        if (stand != Stand.GRANTED) {
            return WAIT;
        }
        return heard ? AIR : UNHEARD;
    }

    String icon() {
        return switch (this) {
            case HOLD, AIR -> "fth-mic";
            case WAIT -> "fth-clock";
            case UNHEARD -> "fth-mic-off";
        };
    }
}
