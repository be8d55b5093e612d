package tincan.ui.line;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tincan.trace.Direction;

/// The line as one sees it: two tin cans with their people's names, the string between them, and a bead along it for
/// each message. It is made of shapes that the style sheets colour, so it is sharp at any size and right in any theme.
///
/// Its timer runs only while something moves. Where the system asks for less motion, the string changes at once, and a
/// message shows as a bead that stands at the receiving can for a moment.
///
/// Owner: the JavaFX thread.
public final class LineControl extends Region {
    private static final int POINTS = 64;
    /// Under this width the words stand below the names.
    private static final double NARROW_EMS = 48;
    /// How much of the width a name may take beside the words.
    private static final double NAME_PART = 0.24;
    /// How far below the top the names stand.
    private static final double WORDS_EMS = 4.5;
    private static final double LONGEST_STEP = 0.04;
    private static final Duration STANDS = Duration.millis(450);
    private static final PseudoClass SLACK = PseudoClass.getPseudoClass("slack");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

    private final ObjectProperty<Tension> tension = new SimpleObjectProperty<>(Tension.SLACK);
    private final StringProperty here = new SimpleStringProperty("");
    private final StringProperty there = new SimpleStringProperty("");

    private final StringMotion motion = new StringMotion();
    private final CanEnd near = new CanEnd("near", false);
    private final CanEnd far = new CanEnd("far", true);
    private final Label hereName = new Label();
    private final Label thereName = new Label();
    private final Polyline nearString = new Polyline();
    private final Polyline farString = new Polyline();
    private final List<Circle> beads = new ArrayList<>();
    private final PauseTransition standing = new PauseTransition(STANDS);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };

    private @Nullable Region words;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private long lastTick;
    private double em = 14;

    public LineControl() {
        getStyleClass().add("line-control");
        setAccessibleRole(AccessibleRole.TEXT);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        nearString.getStyleClass().add("line-string");
        farString.getStyleClass().add("line-string");
        hereName.getStyleClass().add("line-name");
        thereName.getStyleClass().add("line-name");
        hereName.textProperty().bind(here);
        thereName.textProperty().bind(there);
        getChildren().addAll(nearString, farString, near, far, hereName, thereName);
        addBeads();
        hereName.fontProperty().subscribe(font -> resized(font.getSize()));
        tension.subscribe((_, now) -> hang(now));
        standing.setOnFinished(_ -> draw());
        hang(tension.get());
    }

    private void addBeads() {
        for (int i = 0; i < StringMotion.MOST_BEADS; i++) {
            Circle bead = new Circle();
            bead.getStyleClass().add("line-bead");
            bead.setVisible(false);
            bead.setManaged(false);
            beads.add(bead);
        }
        getChildren().addAll(beads);
    }

    /// How the string hangs.
    public ObjectProperty<Tension> tensionProperty() {
        return tension;
    }

    /// The name at the near can.
    public StringProperty hereProperty() {
        return here;
    }

    /// The name at the far can.
    public StringProperty thereProperty() {
        return there;
    }

    /// What stands under the middle of the string: between the names where there is room, otherwise below them.
    public @Nullable Region getWords() {
        return words;
    }

    public void setWords(Region now) {
        getChildren().remove(words);
        words = now;
        getChildren().add(now);
    }

    /// Says the state to those who cannot see it, and tells that it changed.
    public void describe(String words) {
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// Sends a bead along the string for each of `count` messages, as many as there is room for.
    public void pulse(Direction direction, long count) {
        if (getScene() == null || count <= 0) {
            return;
        }
        if (calm()) {
            show(new Bead(direction, 1));
            standing.playFromStart();
        } else {
            motion.pulse(direction, count);
            run();
        }
    }

    /// Whether anything moves.
    public ReadOnlyBooleanProperty animatingProperty() {
        return running.getReadOnlyProperty();
    }

    private void hang(Tension now) {
        pseudoClassStateChanged(SLACK, now == Tension.SLACK);
        pseudoClassStateChanged(CUT, now == Tension.CUT);
        motion.hang(now, calm() || getScene() == null);
        run();
    }

    private static boolean calm() {
        return Platform.getPreferences().isReducedMotion();
    }

    private void run() {
        if (!running.get() && !motion.resting()) {
            running.set(true);
            lastTick = 0;
            timer.start();
        }
        requestLayout();
    }

    private void tick(long now) {
        double seconds = lastTick == 0 ? 0.016 : (now - lastTick) / 1e9;
        lastTick = now;
        if (!motion.advance(Math.min(seconds, LONGEST_STEP)) || getScene() == null) {
            timer.stop();
            running.set(false);
        }
        draw();
    }

    private void resized(double fontSize) {
        em = fontSize;
        near.setHeight(canHeight());
        far.setHeight(canHeight());
        requestLayout();
    }

    private double canHeight() {
        return em * 3.5;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double rows = hereName.prefHeight(-1);
        Region said = words;
        if (said != null && narrow(width)) {
            rows += said.prefHeight(width);
        } else if (said != null) {
            rows = Math.max(rows, said.prefHeight(wordsWidth(width)));
        }
        return Math.ceil(em * WORDS_EMS + rows);
    }

    private boolean narrow(double width) {
        return width < em * NARROW_EMS;
    }

    private double wordsWidth(double width) {
        return width * (1 - 2 * NAME_PART);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return em * 30;
    }

    @Override
    protected double computeMinWidth(double height) {
        return em * 16;
    }

    @Override
    protected void layoutChildren() {
        double top = Math.round(em * WORDS_EMS);
        double widest = getWidth() * (narrow(getWidth()) ? 0.45 : NAME_PART);
        double height = hereName.prefHeight(-1);
        double left = Math.min(widest, hereName.prefWidth(-1));
        double right = Math.min(widest, thereName.prefWidth(-1));
        hereName.resizeRelocate(besideEdge(left), top, left, height);
        thereName.resizeRelocate(getWidth() - besideEdge(right) - right, top, right, height);
        layoutWords(top, height);
        draw();
    }

    private void layoutWords(double top, double height) {
        Region said = words;
        if (said != null) {
            double room = narrow(getWidth()) ? getWidth() : wordsWidth(getWidth());
            said.resizeRelocate((getWidth() - room) / 2, narrow(getWidth()) ? top + height : top, room,
                    said.prefHeight(room));
        }
    }

    /// Where a name of this width begins: under its can's middle, but never over the edge.
    private double besideEdge(double width) {
        return Math.max(0, em * 0.5 + near.length() / 2 - width / 2);
    }

    private void draw() {
        double slack = motion.slack();
        double axis = em * 1.9;
        double edge = em * 0.5 + near.length() / 2;
        near.place(edge, axis, slack * 9);
        far.place(getWidth() - edge, axis, -slack * 9);
        StringCurve curve = new StringCurve(near.knot(), far.knot(), Math.max(-0.2, slack) * em * 1.95,
                motion.swing() * em * 0.45);
        if (motion.cut()) {
            drawCut(curve);
        } else {
            trace(nearString, curve, 0, 1, 0);
        }
        farString.setVisible(motion.cut());
        drawBeads(curve);
    }

    private void drawCut(StringCurve curve) {
        trace(nearString, curve, 0, 0.46, motion.fallen());
        trace(farString, curve, 1, 0.54, motion.fallen());
    }

    /// Draws a part of the curve, its loose end the more pulled in and down the further it has fallen.
    private void trace(Polyline string, StringCurve curve, double from, double to, double fallen) {
        Double[] points = new Double[2 * (POINTS + 1)];
        Point2D tied = curve.at(from);
        double eased = fallen * fallen;
        for (int i = 0; i <= POINTS; i++) {
            double part = (double) i / POINTS;
            Point2D whole = curve.at(from + (to - from) * part);
            double curl = Math.sin(part * Math.PI * 1.5) * em * 0.5;
            double x = tied.getX() + (part * em * 2.2 + curl * part) * (to > from ? 1 : -1);
            double y = tied.getY() + part * part * em * 1.9 + part * em * 0.2;
            points[2 * i] = whole.getX() + (x - whole.getX()) * eased;
            points[2 * i + 1] = whole.getY() + (y - whole.getY()) * eased;
        }
        string.getPoints().setAll(points);
    }

    private void drawBeads(StringCurve curve) {
        List<Bead> travelling = motion.beads();
        for (int i = 0; i < beads.size(); i++) {
            boolean shown = i < travelling.size();
            beads.get(i).setVisible(shown);
            if (shown) {
                draw(beads.get(i), travelling.get(i), curve);
            }
        }
    }

    private void draw(Circle bead, Bead travelling, StringCurve curve) {
        Point2D place = curve.at(travelling.place());
        bead.setRadius(em * 0.45);
        bead.setCenterX(place.getX());
        bead.setCenterY(place.getY());
        bead.pseudoClassStateChanged(PseudoClass.getPseudoClass("in"), travelling.direction() == Direction.IN);
    }

    private void show(Bead bead) {
        beads.getFirst().setVisible(true);
        draw(beads.getFirst(), bead, new StringCurve(near.knot(), far.knot(), 0, 0));
    }
}
