package tincan.ui.start;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.QuadCurve;
import javafx.scene.transform.Scale;
import tincan.ui.TinCan;

/// Two cans and the string between them, over the two cards of the start screen. An ornament: it takes no clicks.
public final class CansMotif extends Region {
    /// A can's height as a part of this region's.
    private static final double CAN = 0.62;
    /// Where the cans' axis lies, as a part of this region's height.
    private static final double AXIS = 0.36;
    /// Where a can's middle lies, as a part of this region's width, if there is room.
    private static final double PLACE = 0.22;
    /// So much of the middle is left to the words there, as a part of this region's height.
    private static final double WORDS = 4;

    private final TinCan near = new TinCan("near");
    private final TinCan far = new TinCan("far");
    private final QuadCurve string = new QuadCurve();

    public CansMotif() {
        getStyleClass().add("cans-motif");
        string.getStyleClass().add("can-string");
        far.getTransforms().add(new Scale(-1, 1));
        getChildren().addAll(string, near, far);
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Override
    protected void layoutChildren() {
        double can = getHeight() * CAN;
        double half = can * TinCan.ASPECT / 2;
        double axis = getHeight() * AXIS;
        double beside = (getWidth() - getHeight() * WORDS) / 2;
        double nearMiddle = Math.max(half, Math.min(getWidth() * PLACE, beside));
        double farMiddle = getWidth() - nearMiddle;
        near.setHeight(can);
        far.setHeight(can);
        near.relocate(nearMiddle - half, axis - can / 2);
        far.setLayoutX(farMiddle + half);
        far.setLayoutY(axis - can / 2);
        hang(nearMiddle + half, farMiddle - half, axis);
    }

    private void hang(double from, double to, double axis) {
        string.setStartX(from);
        string.setEndX(to);
        string.setStartY(axis);
        string.setEndY(axis);
        string.setControlX((from + to) / 2);
        string.setControlY(axis + (getHeight() - axis) * 1.8);
    }
}
