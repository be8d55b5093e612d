package tincan.ui.log;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;
import tincan.session.FarEnds;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.FxmlFile;
import tincan.ui.Spaced;
import tincan.ui.bytes.BytesViewModel;
import tincan.ui.ladder.FarViewModel;
import tincan.ui.ladder.LadderController;
import tincan.ui.ladder.LadderViewModel;
import tincan.ui.ladder.Side;

/// The pane of one log: its bar, and its three views.
///
/// Owner: the JavaFX thread.
public final class LogPane {
    /// A view looks at what is new so seldom at the most; a person reads no faster.
    private static final Duration APART = Duration.ofMillis(200);

    private final LogViewModel log;
    private final TrailViewModel trail;
    private final LadderViewModel ladder;
    private final FarViewModel far;
    private final LogController controller;
    private final Region root;
    private boolean open;

    /// @param near whose log it is
    /// @param ends of others, that may be asked for
    /// @param hosting whether that end numbers what is said
    /// @param source for files of the log
    /// @param turns brings work onto the JavaFX thread
    public LogPane(Side near, Optional<FarEnds> ends, boolean hosting, LogSource source, LogTools tools, Text text,
            Executor turns) {
        ZoneId zone = ZoneId.systemDefault();
        log = new LogViewModel(near.log(), EventLog.DEFAULT_CAPACITY, text, zone, new Spaced(turns, APART));
        log.veil().hidingProperty().bindBidirectional(tools.hiding());
        trail = new TrailViewModel(new TieFinder(near.log(), LogPane::inBackground, turns), log,
                new BytesViewModel(text), new TrailWords(text, zone, hosting));
        ladder = new LadderViewModel(near, text, new Spaced(turns, APART), turns);
        far = new FarViewModel(ends, ladder);
        controller = new LogController(log, trail, new SavingViewModel(log, source, tools.files(), text, turns), text);
        root = (Region) FxmlFile.LOG.load(text.bundle(), controller);
        controller.setLadder(FxmlFile.LADDER.load(text.bundle(),
                new LadderController(ladder, far, log.veil(), text, zone)));
        controller.ladderShownProperty().subscribe(_ -> startLadder());
    }

    private static void inBackground(Runnable work) {
        Thread.ofVirtual().name("log ties").start(work);
    }

    public Region root() {
        return root;
    }

    /// From messages to rows and back.
    public TrailViewModel trail() {
        return trail;
    }

    /// The other end of the connections is seen as well.
    public void seeFar(Side other) {
        far.see(other);
    }

    /// What other ends show has changed.
    public void farChanged() {
        far.changed();
    }

    /// Which of the views is shown.
    public LogView view() {
        return controller.view();
    }

    /// Shows one of the views.
    public void show(LogView view) {
        controller.show(view);
    }

    /// Begins to show what the log has and gets.
    public void open() {
        open = true;
        log.start();
        startLadder();
    }

    /// Shows nothing new until it is opened again.
    public void close() {
        open = false;
        log.close();
        startLadder();
    }

    private void startLadder() {
        ReadOnlyBooleanProperty shown = controller.ladderShownProperty();
        if (open && shown.get()) {
            ladder.start();
        } else {
            ladder.close();
        }
    }
}
