package tincan.ui.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;

/// A ladder as one sees it: the client's lane left, the server's right, time going down. Only what is in view is made
/// into shapes, which the style sheets colour, so it is sharp at any size and as quick with thousands of rungs as with
/// ten.
///
/// It follows its end while that is in view. Words that would cover others are left out: they come back with more room.
///
/// Owner: the JavaFX thread.
final class LadderControl extends Region {
    private static final double STEP_EMS = 2.0;
    private static final double TIME_EMS = 7;
    private static final double STATE_EMS = 11;
    private static final double HEAD_EMS = 2.4;
    private static final double LINE_EMS = 1.35;
    private static final double MARGIN_EMS = 1.6;
    private static final double BAR_EMS = 0.5;
    private static final double NARROW_EMS = 60;
    private static final double ARROW = 7;
    /// How far along an arrow its words stand.
    private static final double WORDS_AT = 0.36;
    /// A bar of less than this says nothing in words.
    private static final double WORTH_WORDS_EMS = 1.2;

    private final LadderWords words;
    private final ObjectProperty<LadderPicture> picture = new SimpleObjectProperty<>(LadderPicture.EMPTY);
    /// Ems a second, where the picture is true to time.
    private final DoubleProperty zoom = new SimpleDoubleProperty(10);
    private final Pane paper = new Pane();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final Label client = new Label();
    private final Label server = new Label();
    private final Label measure = new Label();
    private final Occupied taken = new Occupied();
    private boolean following = true;
    private double em = 14;

    LadderControl(LadderWords words) {
        this.words = words;
        getStyleClass().add("ladder");
        setAccessibleRole(AccessibleRole.TEXT);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setFocusTraversable(true);
        client.getStyleClass().addAll("ladder-head", "from-client");
        server.getStyleClass().addAll("ladder-head", "from-server");
        measure.setVisible(false);
        paper.setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(0);
        getChildren().addAll(measure, paper, client, server, bar);
        measure.fontProperty().subscribe(font -> {
            em = font.getSize();
            requestLayout();
        });
        bar.valueProperty().subscribe(_ -> scrolled());
        picture.subscribe(_ -> redraw());
        zoom.subscribe(_ -> redraw());
        addEventHandler(ScrollEvent.SCROLL, event -> scroll(-event.getDeltaY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    ObjectProperty<LadderPicture> pictureProperty() {
        return picture;
    }

    DoubleProperty zoomProperty() {
        return zoom;
    }

    private void pressed(KeyEvent event) {
        double page = paper.getHeight() * 0.9;
        switch (event.getCode()) {
            case UP -> scroll(-em * STEP_EMS);
            case DOWN -> scroll(em * STEP_EMS);
            case PAGE_UP -> scroll(-page);
            case PAGE_DOWN -> scroll(page);
            case HOME -> scroll(-bar.getMax());
            case END -> scroll(bar.getMax());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void scroll(double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    private void scrolled() {
        following = bar.getValue() >= bar.getMax() - 1;
        draw();
    }

    /// The words for it may have changed.
    void redraw() {
        setAccessibleText(words.spoken(picture.get()));
        client.setText(words.heading(picture.get().client()));
        server.setText(words.heading(picture.get().server()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double head = em * HEAD_EMS;
        double thick = bar.prefWidth(-1);
        double height = Math.max(0, getHeight() - head);
        place(client, Lane.CLIENT, head);
        place(server, Lane.SERVER, head);
        paper.resizeRelocate(0, head, width - thick, height);
        clip.setWidth(width - thick);
        clip.setHeight(height);
        bar.resizeRelocate(width - thick, head, thick, height);
        double all = (picture.get().scale().end() * unit()) + 2 * em * MARGIN_EMS;
        double most = Math.max(0, all - height);
        boolean follow = following;
        bar.setMax(most);
        bar.setVisibleAmount(all <= 0 ? 0 : most * Math.min(1, height / all));
        bar.setVisible(most > 0);
        bar.setValue(follow ? most : Math.min(bar.getValue(), most));
        following = follow;
        draw();
    }

    private void place(Label heading, Lane lane, double head) {
        double width = Math.min(heading.prefWidth(-1), getWidth() / 2 - em);
        double left = Math.clamp(x(lane) - width / 2, em / 2, Math.max(em / 2, getWidth() - width - em));
        heading.resizeRelocate(left, 0, width, head);
        heading.setAlignment(Pos.CENTER);
    }

    /// How many pixels a step or a second has.
    private double unit() {
        return em * (picture.get().even() ? STEP_EMS : zoom.get());
    }

    private double x(Lane lane) {
        double width = getWidth() - bar.prefWidth(-1);
        double beside = width > em * NARROW_EMS ? em * (TIME_EMS + STATE_EMS) : em * TIME_EMS;
        return lane == Lane.CLIENT ? beside : width - beside;
    }

    private double y(Instant at) {
        return em * MARGIN_EMS + picture.get().scale().at(at) * unit() - bar.getValue();
    }

    private boolean inView(double top, double bottom) {
        return bottom >= -em * 2 && top <= paper.getHeight() + em * 2;
    }

    private void draw() {
        List<Node> nodes = new ArrayList<>();
        taken.clear();
        for (Lane lane : Lane.values()) {
            nodes.add(line("ladder-lane", x(lane), 0, x(lane), paper.getHeight()));
        }
        List<Rung> rungs = picture.get().rungs();
        List<Rung.Blocked> bars = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Rung rung : rungs) {
            switch (rung) {
                case Rung.Transfer transfer -> draw(nodes, transfer);
                case Rung.Mark mark -> draw(nodes, mark);
                case Rung.StateChange change -> draw(nodes, change);
                case Rung.Blocked blocked -> bars.add(blocked);
            }
            if (!(rung instanceof Rung.Blocked) && !rung.at().equals(before)) {
                time(nodes, before, rung.at());
                before = rung.at();
            }
        }
        bars.forEach(blocked -> draw(nodes, blocked));
        paper.getChildren().setAll(nodes);
        paper.applyCss(); // this is drawn after the pulse has looked at styles
        nodes.stream().filter(Label.class::isInstance).forEach(node -> place((Label) node));
        nodes.stream().filter(node -> node.getStyleClass().contains("ladder-transfer")).forEach(Node::toFront);
    }

    private void time(List<Node> nodes, Instant before, Instant at) {
        double y = y(at);
        if (inView(y, y) && taken.take(Occupied.Column.TIME, y, em * LINE_EMS)) {
            String shown = before.equals(Instant.MIN) ? words.time(at) : words.later(Duration.between(before, at));
            nodes.add(label("ladder-time", shown, em * TIME_EMS - em, y, Pos.CENTER_RIGHT));
        }
    }

    private void draw(List<Node> nodes, Rung.Transfer transfer) {
        double from = y(transfer.at());
        double to = transfer.arrived().map(this::y).orElse(from);
        if (!inView(Math.min(from, to), Math.max(from, to))) {
            return;
        }
        Lane target = transfer.from().other();
        double start = x(transfer.from());
        double end = transfer.arrived().isPresent() ? x(target) : (start + x(target)) / 2;
        String way = transfer.from() == Lane.CLIENT ? "from-client" : "from-server";
        Line arrow = line("ladder-arrow", start, from, end, to);
        arrow.getStyleClass().add(way);
        if (transfer.inferred() || transfer.arrived().isEmpty()) {
            arrow.getStyleClass().add("inferred");
        }
        nodes.add(arrow);
        nodes.add(head(arrow, way));
        double along = start + (end - start) * WORDS_AT;
        double height = from + (to - from) * WORDS_AT - em * LINE_EMS / 2;
        if (taken.take(Occupied.Column.MIDDLE, height, em * LINE_EMS)) {
            Label label = label("ladder-transfer", words.transfer(transfer), along, height, Pos.CENTER);
            label.getStyleClass().add(way);
            nodes.add(label);
        }
    }

    private static Polygon head(Line arrow, String way) {
        double angle = Math.atan2(arrow.getEndY() - arrow.getStartY(), arrow.getEndX() - arrow.getStartX());
        Polygon head = new Polygon(0, 0, -ARROW * 1.6, -ARROW * 0.65, -ARROW * 1.6, ARROW * 0.65);
        head.getTransforms().add(new javafx.scene.transform.Rotate(Math.toDegrees(angle), 0, 0));
        head.relocate(0, 0);
        head.setLayoutX(arrow.getEndX());
        head.setLayoutY(arrow.getEndY());
        head.getStyleClass().addAll("ladder-arrow-head", way);
        return head;
    }

    private void draw(List<Node> nodes, Rung.Mark mark) {
        double y = y(mark.at());
        if (!inView(y, y)) {
            return;
        }
        Circle dot = new Circle(x(mark.lane()), y, em * 0.28);
        dot.getStyleClass().add("ladder-mark");
        nodes.add(dot);
        beside(nodes, mark.lane(), "ladder-mark-words", words.mark(mark), y);
    }

    private void draw(List<Node> nodes, Rung.StateChange change) {
        double y = y(change.at());
        if (inView(y, y)) {
            outside(nodes, change, y);
        }
    }

    private void draw(List<Node> nodes, Rung.Blocked blocked) {
        double top = y(blocked.at());
        double bottom = blocked.until().map(this::y).orElse(Math.max(top, em * MARGIN_EMS
                + picture.get().scale().end() * unit() - bar.getValue() + em * MARGIN_EMS / 2));
        if (!inView(top, bottom)) {
            return;
        }
        Rectangle shape = new Rectangle(x(blocked.lane()) - em * BAR_EMS / 2, top, em * BAR_EMS,
                Math.max(1, bottom - top));
        shape.getStyleClass().add("ladder-blocked");
        nodes.addFirst(shape);
        if (bottom - top >= em * WORTH_WORDS_EMS) {
            double middle = Math.clamp((top + bottom) / 2, em, Math.max(em, paper.getHeight() - em));
            beside(nodes, blocked.lane(), "ladder-blocked-words", words.blocked(blocked), middle);
        }
    }

    /// Words on the inner side of a lane, above the arrows that begin there.
    private void beside(List<Node> nodes, Lane lane, String style, String shown, double y) {
        boolean left = lane == Lane.CLIENT;
        Occupied.Column column = left ? Occupied.Column.CLIENT : Occupied.Column.SERVER;
        if (shown.isEmpty() || !taken.take(column, y, em * LINE_EMS)) {
            return;
        }
        nodes.add(label(style, shown, x(lane) + (left ? em : -em), y, left ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT));
    }

    /// Words on the outer side of a lane.
    private void outside(List<Node> nodes, Rung.StateChange change, double y) {
        boolean left = change.lane() == Lane.CLIENT;
        boolean roomy = getWidth() - bar.prefWidth(-1) > em * NARROW_EMS;
        Occupied.Column column = left ? Occupied.Column.CLIENT_STATE : Occupied.Column.SERVER_STATE;
        if (!roomy || !taken.take(column, y, em * LINE_EMS)) {
            return;
        }
        Label label = label("ladder-state", words.state(change), x(change.lane()) + (left ? -em : em), y,
                left ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (change.inferred()) {
            label.getStyleClass().add("inferred");
        }
        nodes.add(label);
    }

    /// @param where which point of it is at `x` and `y`
    private static Label label(String style, String shown, double x, double y, Pos where) {
        Label label = new Label(shown);
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setAlignment(where);
        label.relocate(x, y);
        return label;
    }

    /// Gives the words their places, now that the style sheets have said how large they are.
    private void place(Label label) {
        double width = Math.min(label.prefWidth(-1), Math.abs(x(Lane.SERVER) - x(Lane.CLIENT)) - em * 2);
        double height = label.prefHeight(-1);
        double left = switch (label.getAlignment().getHpos()) {
            case LEFT -> label.getLayoutX();
            case CENTER -> label.getLayoutX() - width / 2;
            case RIGHT -> label.getLayoutX() - width;
        };
        label.resizeRelocate(Math.rint(left), Math.rint(label.getLayoutY() - height / 2), width, height);
    }

    private static Line line(String style, double startX, double startY, double endX, double endY) {
        Line line = new Line(startX, startY, endX, endY);
        line.getStyleClass().add(style);
        return line;
    }
}
