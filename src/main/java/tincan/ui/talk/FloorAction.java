package tincan.ui.talk;

import tincan.session.Stand;

/// What one can do about the floor.
public enum FloorAction {
    /// Nobody has it.
    TAKE,
    /// Somebody has it: get in line.
    QUEUE,
    /// Stop asking.
    CANCEL,
    /// Give it back.
    OVER;

    /// Whether it gives something up.
    boolean isBack() {
        return this == CANCEL || this == OVER;
    }

    static FloorAction at(Stand stand) {
        return switch (stand) {
            case OFF, IDLE -> TAKE;
            case TAKEN -> QUEUE;
            case REQUESTED, QUEUED -> CANCEL;
            case GRANTED -> OVER;
        };
    }
}
