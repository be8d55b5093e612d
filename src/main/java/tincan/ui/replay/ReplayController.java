package tincan.ui.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.ui.Excerpt;
import tincan.ui.Navigator;
import tincan.ui.OpenedRecording;
import tincan.ui.control.SegmentedChoice;
import tincan.ui.control.Visibility;
import tincan.ui.ladder.Side;
import tincan.ui.log.FileName;
import tincan.ui.log.LogPane;
import tincan.ui.log.LogSource;
import tincan.ui.log.LogTools;
import tincan.ui.log.LogView;

/// The bar over a recording, and its log.
public final class ReplayController {
    /// What comes within this time is shown together; it is the time of a frame.
    private static final int TURN_MILLISECONDS = 16;
    /// So much of the name of an end is shown.
    private static final int NAME = 24;

    private final OpenedRecording opened;
    private final ReplayViewModel model;
    private final LogTools tools;
    private final Navigator navigator;
    private final Text text;
    private final Executor turns;
    private final AnimationTimer clock = new Clock();
    private @Nullable LogPane log;

    @FXML
    private Parent replayScreen;
    @FXML
    private Label replayTitle;
    @FXML
    private Label replaySeatLabel;
    @FXML
    private SegmentedChoice<Seat> replaySeat;
    @FXML
    private Button replayPlay;
    @FXML
    private FontIcon replayPlayIcon;
    @FXML
    private Tooltip replayPlayTip;
    @FXML
    private Button replayWhole;
    @FXML
    private SegmentedChoice<Speed> replaySpeed;
    @FXML
    private ProgressBar replayBar;
    @FXML
    private Label replayTime;
    @FXML
    private StackPane replayPlace;

    /// @param fx runs work on the JavaFX thread
    ReplayController(OpenedRecording opened, LogTools tools, Navigator navigator, Text text, Executor fx) {
        this.opened = opened;
        this.model = new ReplayViewModel(opened.recording());
        this.tools = tools;
        this.navigator = navigator;
        this.text = text;
        this.turns = CompletableFuture.delayedExecutor(TURN_MILLISECONDS, TimeUnit.MILLISECONDS, fx);
    }

    /// Tells how much time went by since the frame before.
    private final class Clock extends AnimationTimer {
        private long before;

        @Override
        public void start() {
            before = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (before != 0) {
                model.advance(Duration.ofNanos(now - before));
            }
            before = now;
        }
    }

    @FXML
    private void initialize() {
        replayTitle.setText(opened.name());
        Visibility.set(replaySeat, model.bothEnds());
        Visibility.set(replaySeatLabel, model.bothEnds());
        if (model.bothEnds()) {
            replaySeat.offer(List.of(Seat.values()), Seat.FIRST, seat -> seatWords(model.name(seat)),
                    model.seatProperty()::set);
        }
        replaySpeed.offer(List.of(Speed.values()), Speed.ONCE, speed -> text.of("replay.speed.times", speed.times()),
                model.speedProperty()::set);
        model.progressProperty().subscribe(this::show);
        model.momentProperty().subscribe(this::show);
        model.logsProperty().subscribe((_, _) -> showLog());
        model.seatProperty().subscribe((_, _) -> showLog());
        showLog();
        replayScreen.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave();
                key.consume();
            }
        });
    }

    /// Ends that we named ourselves, in the words of the user's language.
    private String seatWords(String name) {
        return switch (name) {
            case "host" -> text.of("both.host.label");
            case "guest" -> text.of("both.guest.label");
            default -> Excerpt.of(Printable.line(name), NAME);
        };
    }

    private void show(Progress now) {
        String words = text.of("replay.play", now);
        replayPlay.setText(words);
        replayPlayTip.setText(text.of("replay.play-tooltip", now));
        replayPlayIcon.setIconLiteral(now == Progress.PLAYING ? "fth-pause" : "fth-play");
        replayWhole.setDisable(now == Progress.WHOLE);
        if (now == Progress.PLAYING) {
            clock.start();
        } else {
            clock.stop();
        }
    }

    private void show(Duration moment) {
        String now = text.of("replay.time", seconds(moment), seconds(model.length()));
        if (!now.equals(replayTime.getText())) {
            replayTime.setText(now);
            replayBar.setAccessibleText(now);
        }
        replayBar.setProgress(model.length().isZero() ? 1 : (double) moment.toMillis() / model.length().toMillis());
    }

    private String seconds(Duration time) {
        Locale locale = text.locale();
        return time.toMinutes() == 0
                ? String.format(locale, "%.1f s", time.toMillis() / 1_000.0)
                : String.format(locale, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private void showLog() {
        LogView view = LogView.LOG;
        if (log != null) {
            view = log.view();
            log.close();
        }
        List<Side> sides = model.sides();
        LogPane pane = new LogPane(sides.getFirst(), Optional.empty(), false,
                new LogSource(() -> FileName.clean(opened.name()), opened::recording, () -> false), tools, text, turns);
        sides.stream().skip(1).forEach(pane::seeFar);
        pane.show(view);
        replayPlace.getChildren().setAll(pane.root());
        pane.open();
        log = pane;
    }

    void focusFirst() {
        replayPlay.requestFocus();
    }

    void close() {
        clock.stop();
        if (log != null) {
            log.close();
        }
    }

    @FXML
    private void playOrPause() {
        model.playOrPause();
    }

    @FXML
    private void showWhole() {
        model.showWhole();
    }

    @FXML
    private void leave() {
        navigator.showStart();
    }

    @FXML
    private void toggleTheme() {
        navigator.toggleTheme();
    }

    @FXML
    private void openHelp() {
        navigator.showHelp();
    }

    @FXML
    private void openSettings() {
        navigator.showSettings();
    }
}
