package tincan.ui.lab.diagram;

/// How a call of the picture stands.
///
/// @param held so many wait for a step
/// @param running so many have begun and not returned
/// @param returned so many did
/// @param failed so many failed
/// @param newest whether it is the last call that its side made
record Light(int held, int running, int returned, int failed, boolean newest) {
    static final Light OFF = new Light(0, 0, 0, 0, false);

    /// What is to be seen first of all.
    enum State {
        /// It was not made yet.
        IDLE,
        /// It returned.
        RETURNED,
        /// It failed, the last time.
        FAILED,
        /// It has begun, and somebody waits in it.
        RUNNING,
        /// It waits for a step.
        HELD
    }

    State state() {
        if (held > 0) {
            return State.HELD;
        }
        if (running > 0) {
            return State.RUNNING;
        }
        if (failed > 0) {
            return State.FAILED;
        }
        return returned > 0 ? State.RETURNED : State.IDLE;
    }

    Light withHeld(int now) {
        return new Light(now, running, returned, failed, newest);
    }

    Light withNewest(boolean now) {
        return new Light(held, running, returned, failed, now);
    }

    Light begun() {
        return new Light(held, running + 1, returned, failed, true);
    }

    /// @param wasRunning whether its beginning was told
    Light over(boolean wasRunning, boolean well) {
        return new Light(held, Math.max(0, running - (wasRunning ? 1 : 0)), returned + (well ? 1 : 0),
                failed + (well ? 0 : 1), true);
    }
}
