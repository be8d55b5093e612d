package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tincan.session.Privacy;
import tincan.session.SessionEvent;
import tincan.session.Stand;

/// What hands do while turns are taken.
@ExtendWith(ApplicationExtension.class)
final class TurnsRobotTest {
    private FakeSession session;
    private SessionStand stand;
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    private void open(FxRobot robot, FakeSession shown) throws Exception {
        session = shown;
        robot.interact(() -> {
            stand = new SessionStand(session, SessionStand.Look.DAY, 1000, 720);
            stand.show(stage);
        });
        SessionStand.await(() -> stand.view.model().talk().floor().ableProperty().get());
    }

    private boolean seen(String id) {
        return stand.scene.getRoot().lookup(id).isVisible();
    }

    @Test
    void aHostSwitchesWithAClick(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE));
        assertFalse(seen("#talkBar"));
        robot.clickOn("#modeChoice-walkie_talkie");
        session.stand(Stand.IDLE, 0, 0);

        SessionStand.await(() -> seen("#talkBar"));
        assertEquals(List.of("mode walkie-talkie"), session.controls.orElseThrow().done());
    }

    @Test
    void aGuestIsShownASignAndNoSwitch(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest());
        assertFalse(seen("#modeSign"));
        session.stand(Stand.TAKEN, 1, 0);

        SessionStand.await(() -> seen("#modeSign"));
        assertTrue(robot.lookup("#modeChoice").tryQuery().isEmpty());
    }

    @Test
    void enterAsksAndTheTurnSends(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest());
        session.stand(Stand.TAKEN, 1, 0);
        SessionStand.await(() -> seen("#talkBar"));
        robot.write("hello").push(KeyCode.ENTER);
        SessionStand.await(() -> seen("#turnWaits"));
        session.stand(Stand.GRANTED, 2, 0);

        SessionStand.await(() -> session.said.equals(List.of("hello")));
        assertEquals("", stand.find(TextArea.class, "composerField").getText());
        assertFalse(seen("#turnWaits"));
    }

    @Test
    void overGivesTheFloorAwayByKeyAndByButton(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest());
        session.stand(Stand.GRANTED, 2, 0);
        SessionStand.await(() -> floorButton().getText().equals("Over"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertEquals(List.of("release"), session.asked);
        session.stand(Stand.GRANTED, 2, 0);
        SessionStand.await(() -> floorButton().getText().equals("Over"));
        robot.clickOn("#floorButton");

        assertEquals(List.of("release", "release"), session.asked);
    }

    private Button floorButton() {
        return stand.find(Button.class, "floorButton");
    }

    @Test
    void theTalkKeyAsksWhileOneWritesAndGivesBack(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest());
        session.stand(Stand.IDLE, 0, 0);
        SessionStand.await(() -> seen("#talkBar"));
        robot.push(KeyCode.F8);
        assertEquals(List.of("request"), session.asked);
        session.stand(Stand.GRANTED, 2, 0);
        SessionStand.await(() -> floorButton().getText().equals("Over"));
        robot.push(KeyCode.F8);

        assertEquals(List.of("request", "release"), session.asked);
    }

    @Test
    void aHostBreaksInWithAClick(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE));
        session.join(2, "Bob");
        session.stand(Stand.TAKEN, 2, 0);
        SessionStand.await(() -> seen("#breakInButton"));
        robot.clickOn("#breakInButton");

        assertEquals(List.of("take floor"), session.controls.orElseThrow().done());
    }

    @Test
    void aScreenReaderIsToldWhoseTurnItIsAndWhy(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest());
        session.stand(Stand.GRANTED, 2, 0);
        session.tell(new SessionEvent.FloorRevoked("override"));
        session.stand(Stand.TAKEN, 1, 0);
        Label words = stand.find(Label.class, "floorWords");

        String said = "Ada has the floor. The host broke in.";
        SessionStand.await(() -> said.equals(words.getAccessibleText()));
        assertEquals(said, stand.find(TextArea.class, "composerField").getAccessibleHelp());
        assertEquals(said, floorButton().getAccessibleHelp());
    }
}
