package tincan.trace.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tincan.trace.SocketCall;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;

/// Draws a ladder: time goes down in even steps, the client is on the left, the server on the right, between them an
/// arrow for each transfer; outside what each end called and how long it waited; farther out the state of its TCP.
final class LadderSvg {
    private static final int WIDTH = 1_444;
    private static final int TIME = 8;
    private static final int CLIENT = 540;
    private static final int SERVER = 1_000;
    private static final int STATE = 436;
    private static final int TOP = 84;
    private static final int GAP = 14;
    private static final int CAPTION = 40;
    private static final int ARROW_CAPTION = 44;

    private final Captions captions;
    private final Steps steps = new Steps();
    private final List<Runnable> drawing = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder(8 * 1024);
    /// What is written, over everything that is drawn.
    private final StringBuilder labels = new StringBuilder(8 * 1024);
    private final Map<Lane, Rung.StateChange> states = new EnumMap<>(Lane.class);

    LadderSvg(Captions captions) {
        this.captions = captions;
    }

    /// @param headings what stands above each lane
    /// @param title for those who cannot see the picture
    String draw(List<Rung> rungs, Map<Lane, String> headings, String title) {
        rungs.forEach(this::place);
        steps.lay(TOP);
        int height = steps.bottom() + Steps.LINE;
        svg.append("<svg class=\"ladder\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ').append(height).append("\"><title>").append(Markup.text(title)).append("</title>\n");
        svg.append("<defs><marker id=\"head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"head\" d=\"M0 1 L10 5 L0 9 z\"/></marker></defs>\n");
        lane(Lane.CLIENT, headings, height);
        lane(Lane.SERVER, headings, height);
        times();
        drawing.forEach(Runnable::run);
        states.keySet().forEach(lane -> rail(lane, steps.bottom()));
        return svg.append(labels).append("</svg>\n").toString();
    }

    private void lane(Lane lane, Map<Lane, String> headings, int height) {
        line("lane", x(lane), TOP - 24, x(lane), height - 8);
        text("heading", "middle", x(lane), 26, captions.lane(lane));
        text("sub", "middle", x(lane), 46, Markup.cut(headings.getOrDefault(lane, ""), 60));
    }

    private void times() {
        Instant first = null;
        for (Instant at : steps.all()) {
            first = first == null ? at : first;
            int y = steps.y(at, 0);
            line("step", TIME + 84, y, WIDTH - GAP, y);
            text("time", "start", TIME, y + 4, seconds(Duration.between(first, at)));
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%06d s", time.getSeconds(), time.getNano() / 1_000);
    }

    private void place(Rung rung) {
        switch (rung) {
            case Rung.Transfer transfer -> place(transfer);
            case Rung.Mark mark -> {
                int slot = steps.slot(mark.at(), mark.lane(), Steps.Column.LABEL);
                drawing.add(() -> beside(mark.lane(), "mark", steps.y(mark.at(), slot), captions.mark(mark.event())));
            }
            case Rung.Blocked blocked -> {
                blocked.until().ifPresent(steps::moment);
                int slot = steps.slot(blocked.at(), blocked.lane(), Steps.Column.LABEL);
                drawing.add(() -> blocked(blocked, slot));
            }
            case Rung.StateChange change -> {
                int slot = steps.slot(change.at(), change.lane(), Steps.Column.STATE);
                drawing.add(() -> state(change, slot));
            }
        }
    }

    private void place(Rung.Transfer transfer) {
        // the parts of a split write begin at one point, and each has its caption where it ends
        int slot = transfer.split() ? 0 : steps.slot(transfer.at(), transfer.from(), Steps.Column.ARROW);
        steps.moment(transfer.at());
        int end = transfer.split() && transfer.arrived().isPresent()
                ? steps.slot(transfer.arrived().get(), transfer.from(), Steps.Column.ARROW)
                : 0;
        transfer.arrived().ifPresent(steps::moment);
        drawing.add(() -> arrow(transfer, slot, end));
    }

    private void arrow(Rung.Transfer transfer, int slot, int endSlot) {
        int toRight = transfer.from() == Lane.CLIENT ? 1 : -1;
        int startX = x(transfer.from()) + 6 * toRight;
        int startY = steps.y(transfer.at(), slot);
        // what nobody has read yet ends half way
        boolean read = transfer.arrived().isPresent();
        int endX = read ? x(transfer.from().other()) - 6 * toRight : (CLIENT + SERVER) / 2;
        int endY = transfer.arrived().map(at -> at.equals(transfer.at()) ? startY : steps.y(at, endSlot))
                .orElse(startY + Steps.LINE / 2);
        String look = "arrow " + side(transfer.from()) + (transfer.inferred() ? " inferred" : "");
        String caption = captions.transfer(transfer);
        svg.append("<g><title>").append(Markup.text(caption)).append("</title>");
        svg.append(String.format(Locale.ROOT,
                "<line class=\"%s\" marker-end=\"url(#head)\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", look, startX,
                startY, endX, endY));
        boolean atEnd = transfer.split() && read;
        int x = atEnd ? endX - GAP * toRight : startX + GAP * toRight;
        String anchor = (toRight > 0) == atEnd ? "end" : "start";
        svg.append("</g>\n");
        text("caption " + side(transfer.from()), anchor, x, atEnd ? endY + 13 : startY - 5,
                Markup.cut(caption, ARROW_CAPTION));
    }

    private void blocked(Rung.Blocked blocked, int slot) {
        int from = steps.y(blocked.at(), 0);
        // reading and writing are done by two threads, so both can block at once
        int shift = blocked.call() == SocketCall.WRITE ? (blocked.lane() == Lane.CLIENT ? 11 : -11) : 0;
        int to = blocked.until().map(at -> steps.y(at, 0)).orElse(steps.bottom());
        svg.append(String.format(Locale.ROOT,
                "<rect class=\"blocked%s\" x=\"%d\" y=\"%d\" width=\"10\" height=\"%d\" rx=\"3\"/>",
                blocked.until().isPresent() ? "" : " still", x(blocked.lane()) - 5 + shift, from,
                Math.max(4, to - from)));
        beside(blocked.lane(), "wait", steps.y(blocked.at(), slot), captions.blocked(blocked));
    }

    private void state(Rung.StateChange change, int slot) {
        int y = steps.y(change.at(), slot);
        rail(change.lane(), y);
        states.put(change.lane(), change);
        boolean left = change.lane() == Lane.CLIENT;
        text("state" + (change.inferred() ? " guess" : ""), left ? "start" : "end",
                left ? x(Lane.CLIENT) - STATE : x(Lane.SERVER) + STATE, y + 4, captions.state(change));
    }

    /// The line beside a lane that lasts as long as its state.
    private void rail(Lane lane, int to) {
        Rung.StateChange since = states.get(lane);
        if (since != null) {
            int x = lane == Lane.CLIENT ? x(lane) - STATE + 128 : x(lane) + STATE - 128;
            line("rail" + (since.inferred() ? " guess" : ""), x, steps.y(since.at(), 0), x, to);
        }
    }

    /// A caption outside of a lane.
    private void beside(Lane lane, String look, int y, String caption) {
        boolean left = lane == Lane.CLIENT;
        labels.append("<g><title>").append(Markup.text(caption)).append("</title>");
        text(look, left ? "end" : "start", x(lane) + (left ? -GAP : GAP), y + 4, Markup.cut(caption, CAPTION));
        labels.append("</g>\n");
    }

    private static int x(Lane lane) {
        return lane == Lane.CLIENT ? CLIENT : SERVER;
    }

    private static String side(Lane lane) {
        return lane == Lane.CLIENT ? "client" : "server";
    }

    private void line(String look, int x1, int y1, int x2, int y2) {
        svg.append(
                String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", look, x1,
                        y1, x2, y2));
    }

    private void text(String look, String anchor, int x, int y, String text) {
        svg.append(
                String.format(Locale.ROOT, "<text class=\"%s\" text-anchor=\"%s\" x=\"%d\" y=\"%d\">", look, anchor, x,
                        y))
                .append(Markup.text(text)).append("</text>\n");
    }
}
