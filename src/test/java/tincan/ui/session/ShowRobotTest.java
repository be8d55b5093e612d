package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Security;
import tincan.session.SessionEvent;
import tincan.ui.Png;
import tincan.ui.Screenshot;
import tincan.ui.session.SessionStand.Look;

/// A guest is asked to show its end of the connection. Drawn into `target/screenshots` to be looked at.
@ExtendWith(ApplicationExtension.class)
class ShowRobotTest {
    private final FakeSession session = FakeSession.guest();
    private Stage stage;
    private SessionStand stand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    private void open(FxRobot robot, Look look, double width) throws Exception {
        robot.interact(() -> {
            stand = new SessionStand(session, look, width, 720);
            stage.setScene(stand.scene);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(720);
            stage.show();
            stand.view.focusComposer();
        });
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        session.tell(new SessionEvent.EndAsked());
        await(() -> node("showBanner").isVisible());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    private Node node(String id) {
        return stand.find(Node.class, id);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(String name) throws Exception {
        Callable<Image> take = () -> Screenshot.of(stage.getScene());
        new Png(WaitForAsyncUtils.asyncFx(take).get()).write(Path.of("target", "screenshots", name + ".png"));
    }

    @Test
    void whatIsAllowedIsSaidAndCanBeEnded(FxRobot robot) throws Exception {
        open(robot, Look.DAY, 1000);
        assertTrue(node("showYes").getStyleClass().contains("accent"));
        shoot("show-question");
        robot.clickOn("#showYes");
        assertEquals(List.of(true), session.shows);
        assertFalse(node("showBanner").isVisible());
        session.tell(new SessionEvent.EndShown(true));
        await(() -> node("shownBanner").isVisible());
        shoot("show-shown");
        robot.clickOn("#shownEnd");
        assertEquals(List.of(true, false), session.shows);
        session.tell(new SessionEvent.EndShown(false));
        await(() -> !node("shownBanner").isVisible());
    }

    @Test
    void inAPrivateSessionNoIsWhatStandsOut(FxRobot robot) throws Exception {
        session.securities.put(1, FakeSession.secured(Security.Level.PROVEN, "maple", "orbit", "candle"));
        open(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 450);
        assertTrue(node("showNo").getStyleClass().contains("accent"));
        assertFalse(node("showYes").getStyleClass().contains("accent"));
        shoot("show-question-private-450");
        robot.interact(() -> node("showNo").requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(List.of(false), session.shows);
        assertFalse(node("showBanner").isVisible());
    }

    @Test
    void theQuestionGoesWithTheSession(FxRobot robot) throws Exception {
        open(robot, Look.DAY, 700);
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        await(() -> !node("showBanner").isVisible());
        assertEquals(List.of(), session.shows);
    }
}
