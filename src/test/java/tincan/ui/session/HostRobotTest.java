package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tincan.session.LocalAddress;
import tincan.session.Privacy;
import tincan.session.SessionEvent;

/// What a host's hands do about who is in its session.
@ExtendWith(ApplicationExtension.class)
class HostRobotTest {
    private final FakeSession session = FakeSession.host(Privacy.WORDS);
    private SessionStand stand;

    @Start
    void open(Stage stage) {
        stand = new SessionStand(session, SessionStand.Look.DAY, 1100, 700);
        stand.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    private List<String> done() {
        return session.controls.orElseThrow().done();
    }

    @Test
    void whoKnocksIsLetInWithoutTheFocusLeavingTheComposer(FxRobot robot) throws Exception {
        robot.write("I am wri");
        session.tell(new SessionEvent.Knocked(7, "Bob", "192.168.1.7", List.of("maple", "orbit", "candle")));
        SessionStand.await(() -> robot.lookup("#admitButton").tryQuery().isPresent());
        robot.write("ting");
        assertEquals("I am writing", stand.view.model().composer().draftProperty().get());
        robot.clickOn("#admitButton");
        assertEquals(List.of("admit 7"), done());
        session.tell(new SessionEvent.KnockOver(7));
        SessionStand.await(() -> robot.lookup("#admitButton").tryQuery().isEmpty());
        assertFalse(stand.scene.getRoot().lookup("#knocksPane").isVisible());
    }

    @Test
    void aMemberIsRemovedByKeys(FxRobot robot) throws Exception {
        session.join(2, "Bob");
        SessionStand.await(() -> stand.view.model().members().lines().size() == 2);
        robot.interact(() -> stand.scene.getRoot().lookup("#membersList").requestFocus());
        robot.type(KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.F10);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(List.of("remove 2"), done());
    }

    @Test
    void barringAnAddressIsAskedAbout(FxRobot robot) throws Exception {
        session.join(2, "Bob");
        SessionStand.await(() -> robot.lookup("#memberMenu-2").tryQuery().isPresent());
        robot.clickOn("#memberMenu-2").clickOn("#barMember");
        assertTrue(robot.lookup("Remove Bob and bar 192.168.1.42?").tryQuery().isPresent());
        assertEquals(List.of(), done());
        robot.clickOn("#barConfirmed");
        assertEquals(List.of("bar 2"), done());
    }

    @Test
    void theDoorIsLockedAndAnAddressLetInAgain(FxRobot robot) throws Exception {
        robot.clickOn("#doorMenu").clickOn("#lockItem");
        session.tell(new SessionEvent.DoorChanged(true, List.of("192.168.1.66")));
        SessionStand.await(() -> stand.view.model().door().lockedProperty().get());
        robot.clickOn("#doorMenu").clickOn("#barredItem").clickOn("Unbar");
        assertEquals(List.of("lock", "unbar 192.168.1.66"), done());
    }

    @Test
    void theDoorIsReachedInASlimWindowToo(FxRobot robot) throws Exception {
        session.join(2, "Bob");
        SessionStand.await(() -> stand.view.model().members().lines().size() == 2);
        assertFalse(robot.lookup("#membersButton").query().isVisible());
        robot.interact(() -> stand.find(Region.class, "sessionRoot").setMaxWidth(500));
        SessionStand.await(() -> robot.lookup("#membersButton").query().isVisible());
        assertTrue(robot.lookup("#doorMenu").tryQuery().isEmpty());
        robot.clickOn("#membersButton").clickOn("#doorMenu").clickOn("#lockItem");
        robot.interact(() -> stand.scene.getRoot().lookup("#membersList").requestFocus());
        robot.type(KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.F10);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(List.of("lock", "remove 2"), done());
        robot.clickOn("#membersButton");
        assertTrue(robot.lookup("#doorMenu").tryQuery().isEmpty());
    }

    @Test
    void whoHostsIsToldThatLeavingEndsTheSession() {
        Button leave = stand.find(Button.class, "leaveButton");
        assertEquals("End the session for everybody (Ctrl+W)", leave.getTooltip().getText());
        assertEquals("End the session for everybody (Ctrl+W)", leave.getAccessibleText());
    }

    @Test
    void theLinkLeadsToTheAddressThatIsChosen(FxRobot robot) throws Exception {
        robot.interact(stand.view::toggleLog);
        session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("10.8.0.6", "tun0", LocalAddress.Kind.VIRTUAL))));
        SessionStand.await(() -> robot.lookup("10.8.0.6:8462").tryQuery().isPresent());
        robot.clickOn("10.8.0.6:8462");
        assertEquals("tincan://10.8.0.6:8462/", stand.find(Label.class, "linkWords").getText());
    }
}
