package tincan.ui.talk;

import tincan.session.Stand;

/// What the button that is held to talk says.
enum TalkSign {
    /// Nobody holds it.
    HOLD,
    /// It is held, and the floor is not there yet.
    WAIT,
    /// It is held, and everybody hears.
    AIR;

    static TalkSign of(boolean held, Stand stand) {
        if (!held) {
            return HOLD;
        }
        return stand == Stand.GRANTED ? AIR : WAIT;
    }
}
