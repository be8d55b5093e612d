package tincan.ui.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tincan.trace.Direction;

/// How the string moves: a damped spring between slack and taut, a swing that each bead plucks and that dies away,
/// beads that travel. Knows no clock: [#advance] is told how much time has passed. At rest it needs no more time.
final class StringMotion {
    /// So many beads travel at once at the most; under a flood one stands for many messages.
    static final int MOST_BEADS = 12;

    private static final double TRAVEL_SECONDS = 0.9;
    private static final double GAP_SECONDS = 0.08;
    private static final double STIFFNESS = 70;
    private static final double DAMPING = 10;
    private static final double SWING_DECAY = 3.2;
    private static final double SWING_TURNS = 2 * Math.PI * 6;
    private static final double FALL_SECONDS = 0.6;
    private static final double STILL = 0.004;

    private final List<Bead> beads = new ArrayList<>();
    private final Deque<Direction> starting = new ArrayDeque<>();

    private Tension tension = Tension.SLACK;
    private double slack = 1;
    private double speed;
    private double fallen;
    private double swing;
    private double phase;
    private double sinceStart = GAP_SECONDS;

    /// Lets the string hang as `now` says.
    ///
    /// @param atOnce without the way there
    void hang(Tension now, boolean atOnce) {
        tension = now;
        if (now != Tension.TAUT) {
            starting.clear();
            beads.clear();
        }
        if (atOnce) {
            slack = goal();
            speed = 0;
            swing = 0;
            fallen = now == Tension.CUT ? 1 : 0;
        }
    }

    /// Sends beads for `count` messages, as many as there is room for.
    void pulse(Direction direction, long count) {
        for (long i = 0; i < count && tension == Tension.TAUT && beads.size() + starting.size() < MOST_BEADS; i++) {
            starting.add(direction);
        }
    }

    /// Lets time pass.
    ///
    /// @return whether anything still moves
    boolean advance(double seconds) {
        spring(seconds);
        fallen = tension == Tension.CUT ? Math.min(1, fallen + seconds / FALL_SECONDS) : 0;
        phase += SWING_TURNS * seconds;
        swing *= Math.exp(-SWING_DECAY * seconds);
        travel(seconds);
        return !resting();
    }

    private void spring(double seconds) {
        speed += (STIFFNESS * (goal() - slack) - DAMPING * speed) * seconds;
        slack += speed * seconds;
    }

    private void travel(double seconds) {
        beads.replaceAll(bead -> bead.after(seconds / TRAVEL_SECONDS));
        beads.removeIf(bead -> bead.done() >= 1);
        sinceStart += seconds;
        if (!starting.isEmpty() && sinceStart >= GAP_SECONDS) {
            beads.add(new Bead(starting.remove(), 0));
            sinceStart = 0;
            swing = Math.min(1, swing + 0.5);
        }
    }

    private double goal() {
        return tension == Tension.TAUT ? 0 : 1;
    }

    boolean resting() {
        boolean settled = Math.abs(slack - goal()) < STILL && Math.abs(speed) < STILL * 4;
        boolean down = tension != Tension.CUT || fallen >= 1;
        return settled && down && beads.isEmpty() && starting.isEmpty() && swing < STILL * 4;
    }

    /// From 0, taut, to 1, slack; may be a little outside while it springs.
    double slack() {
        return slack;
    }

    /// From 0, whole, to 1, both ends hang down.
    double fallen() {
        return fallen;
    }

    boolean cut() {
        return tension == Tension.CUT;
    }

    /// How far the middle is out of its place now, from -1 to 1.
    double swing() {
        return swing * Math.sin(phase);
    }

    List<Bead> beads() {
        return beads;
    }
}
