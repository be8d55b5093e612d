package tincan.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Tap;
import tincan.trace.TraceEvent.Framed;
import tincan.ui.ChosenFiles;
import tincan.ui.FxGate;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.log.LogTools;
import tincan.ui.session.SessionOptions;
import tincan.ui.session.SessionTools;
import tincan.ui.session.SessionView;
import tincan.voice.audio.SystemSound;

/// A window whose connection log gets a million events while it is open: `Flood [events]`. It counts the toolkit's own
/// pulses, before and during, for each of the log's three views, and what memory is kept.
/// Writes `target/bench/flood.md`.
public final class FloodWindow extends Application {
    private static final int EVENTS = 1_000_000;
    private static final Duration QUIET = Duration.ofSeconds(5);
    /// Each turn of the flood is a read, its beginning, and a frame.
    private static final int EVENTS_A_TURN = 3;
    /// As a host with a hundred busy members would have it: so many events a second.
    private static final int RATE = 100_000;
    private static final int BYTES = 200;
    private static final List<String> VIEWS = List.of("logViewLog", "logViewBytes", "logViewLadder");

    private final StringBuilder table = new StringBuilder();
    private @Nullable HostSession host;

    @Override
    public void start(Stage stage) throws SessionFailure {
        EventLog log = EventLog.usual();
        HostSession session = new HostSession(
                HostOptions.open("Ada", "Flood", 0, Text.in(Locale.ENGLISH)).onLoopback(), log);
        host = session;
        SessionFeed feed = new SessionFeed();
        session.start(feed);
        SessionView view = new SessionView(new OpenSession(session, feed), Text.in(Locale.ENGLISH), new FxGate(),
                InstantSource.system(), SessionOptions.USUAL,
                new SessionTools(new LogTools(new ChosenFiles(Window::getWindows), new SimpleBooleanProperty()),
                        SystemSound::new));
        Scene scene = new Scene(view.root(), 1280, 800);
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        for (String sheet : List.of("base", "light", "text-100")) {
            scene.getStylesheets().add(Objects.requireNonNull(
                    SessionView.class.getResource("/tincan/ui/css/" + sheet + ".css")).toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
        int events = getParameters().getRaw().stream().findFirst().map(Integer::parseInt).orElse(EVENTS);
        Thread.ofPlatform().name("flood").start(() -> measureAll(scene, log, events));
    }

    private void measureAll(Scene scene, EventLog log, int events) {
        table.append(
                "| view | events | in | pulses a second, quiet | in the flood | half of the gaps under | 99 % under "
                        + "| longest gap | heap kept | bytes kept |\n|---|---|---|---|---|---|---|---|---|---|\n");
        Executor fx = new FxGate();
        try {
            for (String view : VIEWS) {
                CompletableFuture.runAsync(() -> ((ToggleButton) scene.lookup("#" + view)).setSelected(true), fx)
                        .join();
                Pulses quiet = Pulses.during(() -> TimeUnit.NANOSECONDS.sleep(QUIET.toNanos()), fx);
                long before = System.nanoTime();
                Pulses flood = Pulses.during(() -> pour(log, events), fx);
                line(view, events, System.nanoTime() - before, quiet, flood, log);
            }
            Path file = Slice.tables().resolve("flood.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
            System.out.print(table);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            Platform.exit();
        }
    }

    private void line(String view, int events, long nanos, Pulses quiet, Pulses flood, EventLog log) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        table.append(String.format(Locale.ROOT,
                "| %s | %,d | %.1f s | %.0f | %.0f | %.0f ms | %.0f ms | %.0f ms | %d MB | %d MB |%n",
                view.substring("logView".length()), events, nanos / 1e9, quiet.aSecond(), flood.aSecond(),
                flood.gap(0.5), flood.gap(0.99), flood.gap(1),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, log.payload().kept() >> 20));
    }

    /// Reads and frames as a busy connection has them, at a steady rate.
    private static void pour(EventLog log, int events) throws IOException, InterruptedException {
        Tap tap = new Tap(log, "flood");
        log.connected("flood", new Ends(new java.net.InetSocketAddress("127.0.0.1", 1),
                new java.net.InetSocketAddress("127.0.0.1", 2), Ends.Side.SERVER));
        byte[] data = new byte[BYTES];
        Arrays.fill(data, (byte) 'x');
        ByteArrayInputStream in = new ByteArrayInputStream(data);
        byte[] into = new byte[BYTES];
        long at = 0;
        long start = System.nanoTime();
        for (int done = 0; done < events; done += EVENTS_A_TURN) {
            in.reset();
            tap.read(in, into, 0, BYTES);
            tap.frame(new Framed(Direction.IN, "SAY", Layer.WIRE, new Span(at, BYTES), "{\"id\":1,\"text\":\"hello\"}",
                    Subject.NONE));
            at += BYTES;
            long ahead = start + done * 1_000_000_000L / RATE - System.nanoTime();
            if (ahead > 1_000_000) {
                TimeUnit.NANOSECONDS.sleep(ahead);
            }
        }
        tap.write(OutputStream.nullOutputStream(), data, 0, BYTES);
    }

    @Override
    public void stop() {
        HostSession session = host;
        if (session != null) {
            session.leave();
        }
    }

    /// The pulses of the toolkit while something went on.
    private static final class Pulses extends AnimationTimer {
        private final List<Long> moments = new ArrayList<>();

        private interface Work {
            void run() throws Exception;
        }

        static Pulses during(Work work, Executor fx) throws Exception {
            Pulses pulses = new Pulses();
            CompletableFuture.runAsync(pulses::start, fx).join();
            work.run();
            CompletableFuture.runAsync(pulses::stop, fx).join();
            return pulses;
        }

        @Override
        public void handle(long now) {
            moments.add(System.nanoTime());
        }

        double aSecond() {
            return (moments.size() - 1) * 1e9 / (moments.getLast() - moments.getFirst());
        }

        /// The gap, in milliseconds, that this part of all gaps does not exceed.
        double gap(double part) {
            long[] gaps = new long[moments.size() - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = moments.get(i + 1) - moments.get(i);
            }
            Arrays.sort(gaps);
            return gaps[(int) Math.ceil(part * gaps.length) - 1] / 1e6;
        }
    }
}
