package tincan.ui.lab.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import tincan.text.Text;
import tincan.trace.SocketCall;
import tincan.ui.lab.diagram.Station.Column;

/// The socket model: the server's calls left, the client's right, and arrows between those that meet. A call stands in
/// the row of the one that it meets at the other side.
///
/// Owner: the JavaFX thread.
public final class DiagramControl extends Region {
    private static final double HEAD_EMS = 2.2;
    private static final double TALLEST_EMS = 2.4;
    private static final double GAP_EMS = 0.4;
    private static final double WIDEST_EMS = 11;
    private static final double ARROW = 7;

    private final DiagramViewModel model;
    private final Text text;
    private final Label server = new Label();
    private final Label client = new Label();
    private final Map<Station, CallLabel> labels = new LinkedHashMap<>();
    private final List<Node> arrows = new ArrayList<>();
    private final Label measure = new Label();
    private double em = 14;

    public DiagramControl(DiagramViewModel model, Text text) {
        this.model = model;
        this.text = text;
        getStyleClass().add("socket-model");
        setId("socketModel");
        setAccessibleRole(AccessibleRole.TEXT);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        server.setText(text.of("lab.server.heading"));
        client.setText(text.of("lab.client.heading"));
        Stream.of(server, client).forEach(head -> head.getStyleClass().add("model-head"));
        measure.setVisible(false);
        measure.fontProperty().subscribe(font -> {
            em = font.getSize();
            requestLayout();
        });
        getChildren().addAll(measure, server, client);
        model.lightsProperty().subscribe(_ -> show());
    }

    /// Who sends to whom: each call at one side, and the one it meets at the other.
    private record Meeting(Station from, Station to) {}

    private List<Meeting> meetings() {
        return Stream.of(
                meeting(Column.CLIENT, SocketCall.CONNECT, SocketCall.ACCEPT),
                meeting(Column.CLIENT, SocketCall.WRITE, SocketCall.READ),
                meeting(Column.SERVER, SocketCall.WRITE, SocketCall.READ),
                meeting(Column.CLIENT, SocketCall.SEND_TO, SocketCall.RECEIVE_FROM),
                meeting(Column.SERVER, SocketCall.SEND_TO, SocketCall.RECEIVE_FROM))
                .filter(each -> labels.containsKey(each.from()) && labels.containsKey(each.to())).toList();
    }

    private static Meeting meeting(Column from, SocketCall calls, SocketCall met) {
        return new Meeting(new Station(from, calls),
                new Station(from == Column.CLIENT ? Column.SERVER : Column.CLIENT, met));
    }

    private void show() {
        List<Station> stations = Stream.of(Column.values())
                .flatMap(column -> model.calls(column).stream().map(call -> new Station(column, call))).toList();
        if (!List.copyOf(labels.keySet()).equals(stations)) {
            getChildren().removeAll(labels.values());
            labels.clear();
            stations.forEach(station -> labels.put(station, new CallLabel(station, text)));
            getChildren().addAll(labels.values());
        }
        labels.forEach((station, label) -> label.show(model.light(station)));
        setAccessibleText(labels.values().stream().map(Label::getAccessibleText).collect(Collectors.joining(", ")));
        requestLayout();
    }

    /// The row of a station: the client's calls stand beside what they meet.
    private int row(Station station) {
        List<SocketCall> servers = model.calls(Column.SERVER);
        List<SocketCall> clients = model.calls(Column.CLIENT);
        if (station.column() == Column.SERVER) {
            return servers.indexOf(station.call());
        }
        return switch (station.call()) {
            case CONNECT -> servers.indexOf(SocketCall.ACCEPT);
            case WRITE -> servers.indexOf(SocketCall.READ);
            case READ -> servers.indexOf(SocketCall.WRITE);
            case SEND_TO -> servers.indexOf(SocketCall.RECEIVE_FROM);
            case RECEIVE_FROM -> servers.indexOf(SocketCall.SEND_TO);
            case SHUTDOWN -> rows() - 2;
            case CLOSE -> rows() - 1;
            default -> clients.indexOf(station.call());
        };
    }

    private int rows() {
        boolean longer = model.calls(Column.CLIENT).contains(SocketCall.SHUTDOWN)
                && !model.calls(Column.SERVER).contains(SocketCall.SHUTDOWN);
        return model.calls(Column.SERVER).size() + (longer ? 1 : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * WIDEST_EMS * em + 4 * em;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 16 * em;
    }

    @Override
    protected double computePrefHeight(double width) {
        return (HEAD_EMS + rows() * (TALLEST_EMS + GAP_EMS)) * em;
    }

    @Override
    protected double computeMinHeight(double width) {
        return (HEAD_EMS + rows() * 1.7) * em;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        double column = Math.min(WIDEST_EMS * em, (width - 2.6 * em) / 2);
        double head = HEAD_EMS * em;
        double row = Math.min((TALLEST_EMS + GAP_EMS) * em, (height - head) / rows());
        double right = left + width - column;
        server.resizeRelocate(left, top, column, head);
        client.resizeRelocate(right, top, column, head);
        labels.forEach((station, label) -> label.resizeRelocate(
                Math.rint(station.column() == Column.SERVER ? left : right),
                Math.rint(top + head + row(station) * row), column, Math.rint(row - GAP_EMS * em)));
        drawArrows();
    }

    private void drawArrows() {
        getChildren().removeAll(arrows);
        arrows.clear();
        for (Meeting meeting : meetings()) {
            CallLabel from = label(meeting.from());
            CallLabel to = label(meeting.to());
            boolean rightwards = meeting.from().column() == Column.SERVER;
            double start = rightwards ? from.getLayoutX() + from.getWidth() : from.getLayoutX();
            double end = rightwards ? to.getLayoutX() : to.getLayoutX() + to.getWidth();
            String strength = strength(model.light(meeting.from()), model.light(meeting.to()));
            arrow(start, middle(from), end, middle(to), strength);
        }
        getChildren().addAll(arrows);
    }

    private CallLabel label(Station station) {
        return labels.getOrDefault(station, new CallLabel(station, text));
    }

    private static double middle(Label label) {
        return label.getLayoutY() + label.getHeight() / 2;
    }

    /// Lit while one of the two is the last that its side did, and both were made.
    private static String strength(Light from, Light to) {
        boolean used = from.returned() > 0 && to.returned() > 0;
        return used && (from.newest() || to.newest()) ? "lit" : used ? "used" : "unused";
    }

    private void arrow(double startX, double startY, double endX, double endY, String strength) {
        double way = Math.signum(endX - startX);
        double from = startX + way * em * 0.3;
        double to = endX - way * em * 0.3;
        Line line = new Line(from, startY, to - way * ARROW, endY);
        line.getStyleClass().addAll("model-arrow", strength);
        Polygon head = new Polygon(to, endY, to - way * ARROW * 1.5, endY - ARROW * 0.7, to - way * ARROW * 1.5,
                endY + ARROW * 0.7);
        head.getStyleClass().addAll("model-arrow-head", strength);
        arrows.add(line);
        arrows.add(head);
        arrows.forEach(node -> node.setManaged(false));
    }

    /// The id of a call's label.
    static String id(Station station) {
        return "call-" + station.column().name().toLowerCase(Locale.ROOT) + "-" + station.name();
    }
}
