package tincan.ui.log;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/// How much of a screen's height the log under something else has: more on a projector, where people look at it.
///
/// Owner: the JavaFX thread.
public final class LogPart {
    /// The log is never lower than this, its bar and five rows,
    private static final double EMS = 13.3;
    /// unless that is more than this part of the room.
    private static final double MOST = 0.495;

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

    /// Keeps the log as high as it was made, and high enough to be read in this font.
    public static void keepReadable(SplitPane split, Region log, ObservableValue<Font> font) {
        SplitPane.setResizableWithParent(log, false);
        keepHeight(split, log, EMS, MOST, font);
    }

    /// Keeps an item of `split` at least so high, unless that is more than a part of the room.
    ///
    /// @param ems the height, by the size of `font`
    /// @param most that part, from 0 to 1
    public static void keepHeight(SplitPane split, Region item, double ems, double most, ObservableValue<Font> font) {
        item.minHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(split.getHeight() * most, font.getValue().getSize() * ems), split.heightProperty(),
                font));
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
