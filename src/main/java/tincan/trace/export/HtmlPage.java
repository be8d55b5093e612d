package tincan.trace.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tincan.trace.Ends;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;

/// A recording as one page for a browser: a ladder for each connection, and a table of all events. It needs nothing
/// from elsewhere and runs no script.
public final class HtmlPage {
    /// So many rungs a ladder has at most; a picture of more could not be read.
    private static final int RUNGS = 400;
    private static final int LADDERS = 20;
    /// A call that was over sooner did not block anybody who could notice.
    private static final Duration NOTICED = Duration.ofMillis(1);
    /// Frames that ask all the time whether the other side is there.
    private static final Set<String> PROBES = Set.of("PING", "PONG");

    private final Recording recording;
    private final PageWords words;
    private final Captions captions;
    private final StringBuilder html = new StringBuilder(64 * 1024);

    private HtmlPage(Recording recording, PageWords words) {
        this.recording = recording;
        this.words = words;
        this.captions = new Captions(words);
    }

    /// The whole page.
    public static String of(Recording recording, PageWords words) {
        return new HtmlPage(recording, words).page();
    }

    private String page() {
        List<Talk> talks = Talk.of(recording);
        html.append("<!DOCTYPE html>\n<html lang=\"").append(Markup.text(words.of("page.html.language")))
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        + "'unsafe-inline'\"><title>")
                .append(Markup.text(words.of("page.heading"))).append("</title>\n<style>\n").append(style())
                .append("</style></head><body>\n");
        head(talks);
        talks.stream().limit(LADDERS).forEach(this::talk);
        if (talks.size() > LADDERS) {
            note(words.of("page.ladders.cut", LADDERS, talks.size()));
        }
        html.append("<section><h2>").append(Markup.text(words.of("page.table.heading"))).append("</h2>\n");
        new EventTable(words, html).write(recording);
        return html.append("</section></body></html>\n").toString();
    }

    /// From a file beside this class, where a person who knows style sheets would look for it.
    private static String style() {
        try (InputStream sheet = HtmlPage.class.getResourceAsStream("page.css")) {
            if (sheet == null) {
                throw new IllegalStateException("the style sheet of the page is missing");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the style sheet of the page cannot be read", e);
        }
    }

    private void head(List<Talk> talks) {
        html.append("<header><h1>").append(Markup.text(words.of("page.heading"))).append("</h1>\n");
        List<String> names = recording.ends().stream().map(Recording.End::name).toList();
        Optional<Instant> first = recording.ends().stream()
                .flatMap(end -> end.events().stream().limit(1).map(end::at)).min(Instant::compareTo);
        String began = first.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
        note(names.size() == 2
                ? words.of("page.about.both", names.getFirst(), names.getLast(), began)
                : words.of("page.about.one", names.isEmpty() ? "" : names.getFirst(), began));
        int events = recording.ends().stream().mapToInt(end -> end.events().size()).sum();
        note(words.of("page.counts", talks.size(), events));
        html.append("</header>\n");
    }

    private void note(String text) {
        html.append("<p class=\"note\">").append(Markup.text(text)).append("</p>\n");
    }

    private void talk(Talk talk) {
        Ends between = talk.near().between();
        boolean client = between.side() == Ends.Side.CLIENT;
        String from = Ends.shown(client ? between.local() : between.remote());
        String to = Ends.shown(client ? between.remote() : between.local());
        String heading = words.of("page.connection.heading", talk.near().connection(), from, to);
        html.append("<section><h2>").append(Markup.text(heading)).append("</h2>\n<ul>");
        Ladder ladder = talk.ladder();
        new Facts(words, captions).of(ladder)
                .forEach(fact -> html.append("<li>").append(Markup.text(fact)).append("</li>\n"));
        html.append("</ul>\n");
        List<Rung> rungs = shown(ladder);
        html.append("<div class=\"scroll\">")
                .append(new LadderSvg(captions).draw(rungs.subList(0, Math.min(RUNGS, rungs.size())),
                        headings(talk, client, from, to), words.of("page.ladder.meaning", heading)))
                .append("</div>\n");
        if (rungs.size() > RUNGS) {
            note(words.of("page.ladder.cut", RUNGS, rungs.size()));
        }
        html.append("</section>\n");
    }

    private static Map<Lane, String> headings(Talk talk, boolean nearIsClient, String client, String server) {
        String near = talk.near().end().name() + " · ";
        String far = talk.far().map(seen -> seen.end().name() + " · ").orElse("");
        Map<Lane, String> headings = new EnumMap<>(Lane.class);
        headings.put(Lane.CLIENT, (nearIsClient ? near : far) + client);
        headings.put(Lane.SERVER, (nearIsClient ? far : near) + server);
        return headings;
    }

    /// Without waits that nobody noticed. A ladder that is too long goes without its probes, too.
    private List<Rung> shown(Ladder ladder) {
        List<Rung> rungs = ladder.rungs().stream().filter(HtmlPage::isNoticed).toList();
        if (rungs.size() <= RUNGS) {
            return rungs;
        }
        note(words.of("page.ladder.probes"));
        return rungs.stream().filter(rung -> !(rung instanceof Rung.Transfer transfer && isProbe(transfer))).toList();
    }

    private static boolean isNoticed(Rung rung) {
        return !(rung instanceof Rung.Blocked blocked) || Facts.time(blocked).compareTo(NOTICED) >= 0;
    }

    private static boolean isProbe(Rung.Transfer transfer) {
        List<TraceEvent> frames = transfer.frames();
        return !frames.isEmpty() && frames.stream()
                .allMatch(frame -> frame.what() instanceof Framed framed && PROBES.contains(framed.kind()));
    }
}
