package tincan.trace.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tincan.trace.Direction;
import tincan.trace.Label;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Call;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;

/// The events of a recording as a table, by the clock of the first end.
final class EventTable {
    /// More rows than anybody reads in a browser; text and JSON lines have them all.
    static final int MOST = 5_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PageWords words;
    private final StringBuilder html;

    private record Row(Recording.End end, TraceEvent event) {}

    EventTable(PageWords words, StringBuilder html) {
        this.words = words;
        this.html = html;
    }

    void write(Recording recording) {
        List<Row> rows = recording.ends().stream()
                .flatMap(end -> end.events().stream().map(event -> new Row(end, event)))
                .sorted(Comparator.comparing(row -> row.end().at(row.event()))).toList();
        html.append("<div class=\"scroll\"><table><thead><tr>");
        heading("page.column.time");
        heading("page.column.end");
        heading("page.column.connection");
        heading("page.column.way");
        heading("page.column.name");
        heading("page.column.bytes");
        heading("page.column.took");
        heading("page.column.detail");
        html.append("</tr></thead><tbody>\n");
        rows.stream().limit(MOST).forEach(this::row);
        html.append("</tbody></table></div>\n");
        if (rows.size() > MOST) {
            html.append("<p class=\"note\">").append(Markup.text(words.of("page.table.cut", MOST, rows.size())))
                    .append("</p>\n");
        }
    }

    private void heading(String key) {
        html.append("<th scope=\"col\">").append(Markup.text(words.of(key))).append("</th>");
    }

    private void row(Row row) {
        TraceEvent event = row.event();
        html.append("<tr class=\"").append(look(event)).append("\"><td class=\"number\">")
                .append(TIME.format(row.end().at(event)));
        cell("", row.end().name());
        cell("", event.connection());
        cell("way", event.direction() == Direction.NONE ? "" : event.direction().arrow());
        cell("name", name(event));
        cell("number", event.what().bytes() == 0 ? "" : Integer.toString(event.what().bytes()));
        cell("number", event.what() instanceof Ended ended && ended.took().isPositive()
                ? Markup.time(ended.took())
                : "");
        cell("detail", detail(event));
        html.append("</td></tr>\n");
    }

    private void cell(String look, String text) {
        html.append("</td><td class=\"").append(look).append("\">").append(Markup.text(text));
    }

    private static String look(TraceEvent event) {
        return switch (event.what()) {
            case Failed _ -> "failed";
            case Framed _,FramesMoved _ -> "frame";
            case Began _,Called _,Moved _,Datagram _,Sealed _,Note _ -> "call";
        };
    }

    private String name(TraceEvent event) {
        return switch (event.what()) {
            case Call call -> call.call().posix();
            case Sealed _ -> words.of("page.name.sealed");
            case Framed framed -> framed.kind();
            case FramesMoved _ -> words.of("page.arrow.frames");
            case Note _ -> words.of("page.name.note");
        };
    }

    private String detail(TraceEvent event) {
        return switch (event.what()) {
            case Began began -> began.detail() + " …";
            case Called called -> called.detail();
            case Moved moved -> moved.span().bytes() == 0 ? words.of("page.detail.end") : "";
            case Datagram datagram -> datagram.address() + label(datagram.label());
            case Failed failed -> failed.reason();
            case Sealed sealed -> words.of("page.detail.sealed", sealed.inside().bytes());
            case Framed framed -> framed.excerpt();
            case FramesMoved frames -> "×" + frames.count();
            case Note note -> note.text();
        };
    }

    private String label(Label label) {
        return label.isKnown()
                ? " · " + words.of("page.detail.packet", label.kind(), label.number(), label.sender())
                : "";
    }
}
