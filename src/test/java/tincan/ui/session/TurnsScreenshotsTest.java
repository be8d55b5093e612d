package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Privacy;
import tincan.session.SessionEvent;
import tincan.session.Stand;
import tincan.ui.Png;
import tincan.ui.Screenshot;
import tincan.ui.line.LineControl;
import tincan.ui.session.SessionStand.Look;

/// Draws a session in which turns are taken into `target/screenshots`, to be looked at.
@ExtendWith(ApplicationExtension.class)
final class TurnsScreenshotsTest {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private Stage stage;
    private SessionStand stand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    @Test
    void free(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 720);
        conversation();
        stand.session.stand(Stand.IDLE, 0, 0);
        shoot(robot, "turns-free");
    }

    @Test
    void mine(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 1000, 720);
        conversation();
        stand.session.stand(Stand.GRANTED, 2, 0);
        shoot(robot, "turns-mine");
    }

    @Test
    void mineByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.NIGHT, 1000, 720);
        conversation();
        stand.session.stand(Stand.GRANTED, 2, 0);
        stand.session.tell(new SessionEvent.FloorWarning(Duration.ofSeconds(5)));
        shoot(robot, "turns-mine-dark");
    }

    @Test
    void anothers(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 720);
        conversation();
        stand.session.stand(Stand.TAKEN, 2, 0);
        shoot(robot, "turns-taken");
    }

    @Test
    void inLine(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.NIGHT, 1000, 720);
        conversation();
        stand.session.stand(Stand.TAKEN, 1, 0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stand.view.model().composer().draftProperty().set("One more question about the string.");
            stand.view.model().composer().send();
        });
        stand.session.stand(Stand.QUEUED, 1, 2);
        shoot(robot, "turns-queued-dark");
    }

    @Test
    void inLineInChineseInANarrowWindow(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), new Look(false, 100, CHINESE), 450, 760);
        conversation();
        stand.session.stand(Stand.QUEUED, 1, 1);
        shoot(robot, "turns-queued-zh-450");
    }

    @Test
    void aNarrowHost(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 450, 760);
        conversation();
        stand.session.stand(Stand.TAKEN, 2, 0);
        shoot(robot, "turns-taken-450");
    }

    @Test
    void inChineseByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), new Look(true, 100, CHINESE), 1000, 720);
        conversation();
        stand.session.stand(Stand.QUEUED, 2, 3);
        shoot(robot, "turns-zh-dark");
    }

    /// Larger than the screen of the headless platform, so without a window.
    @Test
    void onAProjector(FxRobot robot) throws Exception {
        robot.interact(() -> stand = new SessionStand(FakeSession.host(Privacy.CODE),
                new Look(false, 150, Locale.ENGLISH), 1920, 1080));
        conversation();
        stand.session.stand(Stand.TAKEN, 2, 0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> stand.scene.snapshot(null));
        shoot(robot, "turns-1920x1080-150");
    }

    private void open(FxRobot robot, FakeSession session, Look look, double width, double height) {
        robot.interact(() -> {
            stand = new SessionStand(session, look, width, height);
            stage.setScene(stand.scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            stand.view.focusComposer();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void conversation() throws Exception {
        FakeSession session = stand.session;
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        session.tell(new SessionEvent.RoundTrip(session.hosting() ? 2 : 1, Duration.ofNanos(430_000)));
        if (session.hosting()) {
            session.join(2, "Bob");
        }
        session.hear(1, "Ada", "From here on one speaks at a time. Say “over” when you are done.",
                FakeSession.MORNING);
        session.entry(1, "Ada", new Entry.ModeSet(Mode.WALKIE_TALKIE), FakeSession.MORNING.plusSeconds(2));
        session.hear(2, "Bob", "Understood. Over.", FakeSession.MORNING.plusSeconds(9));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(FxRobot robot, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        SessionStand.await(() -> stand.scene.getRoot().lookup("#talkBar").isVisible()
                && !stand.find(LineControl.class, "line").animatingProperty().get());
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stand.scene));
        assertTrue(image[0].getWidth() > 0);
        new Png(image[0]).write(Path.of("target", "screenshots", name + ".png"));
    }
}
