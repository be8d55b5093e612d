package tincan.ui.log;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// How much of a screen's height the log under something else has: more on a projector, where people look at it.
///
/// Owner: the JavaFX thread.
public final class LogPart {
    private final double usual;
    private final double projected;
    private double divider;
    private boolean projector;

    /// @param usual the part of the height, from 0 to 1
    /// @param projected the same on a projector
    public LogPart(double usual, double projected) {
        this.usual = usual;
        this.projected = projected;
        this.divider = 1 - usual;
    }

    /// Gives the log the room it has on a projector, or elsewhere.
    ///
    /// @param split has the log below
    public void setProjector(SplitPane split, boolean now) {
        if (now != projector) {
            projector = now;
            divider = 1 - (now ? projected : usual);
            split.setDividerPositions(divider);
        }
    }

    /// Puts the log where it was last, or takes it away.
    public void show(SplitPane split, Region log, boolean now) {
        boolean there = split.getItems().contains(log);
        if (now && !there) {
            split.getItems().add(log);
            split.setDividerPositions(divider);
        } else if (!now && there) {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(log);
        }
    }
}
