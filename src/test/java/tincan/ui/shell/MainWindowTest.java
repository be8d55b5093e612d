package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.secure.Code;
import tincan.home.Language;
import tincan.home.Settings;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.home.WindowPlace;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.ui.FakeNearby;
import tincan.ui.Resumable;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;

@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {
    private static final Settings USUAL = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 900, 600, false));

    @TempDir
    private Path folder;
    private final ScriptedSessions sessions = new ScriptedSessions();
    private Stage stage;
    private Stand stand;

    @Start
    void open(Stage given) {
        stage = given;
        stand = new Stand(stage, folder, USUAL, sessions, "192.168.1.7");
        stand.window.open();
    }

    /// A window that closes on a shortcut does not hear that its keys are released.
    @BeforeEach
    void releaseKeys(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    @Test
    void hostsWithOneClick(FxRobot robot) throws Exception {
        robot.clickOn("#hostButton");
        waitFor(() -> there(robot, "#sessionTitle"));
        assertEquals("Ada’s session – Tincan", stage.getTitle());
    }

    @Test
    void theKeysAndTheSettingsAreAClickAwayInASession(FxRobot robot) throws Exception {
        robot.clickOn("#hostButton");
        waitFor(() -> there(robot, "#sessionTitle"));
        robot.clickOn("#helpButton");
        assertTrue(there(robot, "#helpScreen"));
        robot.type(KeyCode.ESCAPE).clickOn("#settingsButton");
        assertTrue(there(robot, "#settingsScreen"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(there(robot, "#sessionTitle"));
        assertEquals("Settings", robot.lookup("#settingsButton").query().getAccessibleText());
    }

    @Test
    void leavingGoesBackToTheStart(FxRobot robot) throws Exception {
        ScriptedSession session = ScriptedSession.host("Sockets", "Ada");
        sessions.then(session);
        robot.clickOn("#hostButton");
        waitFor(() -> there(robot, "#sessionTitle"));
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        waitFor(() -> there(robot, "#hostButton"));
        assertTrue(session.hasLeft());
        assertEquals("Tincan", stage.getTitle());
    }

    @Test
    void whatHasNotArrivedIsAskedAboutBeforeItIsLeft(FxRobot robot) throws Exception {
        ScriptedSession session = speakingTo(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        waitFor(() -> shown(robot, "#leavingBanner"));
        assertEquals("One message of yours has not arrived yet and would be lost.",
                robot.lookup("#leavingWords").queryAs(Label.class).getText());
        robot.clickOn("#copyPending");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("hello", copied[0]);
        robot.clickOn("#leaveAnyway");
        waitFor(() -> there(robot, "#hostButton"));
        assertTrue(session.hasLeft());
    }

    @Test
    void aWindowAsksOnceBeforeItCloses(FxRobot robot) throws Exception {
        ScriptedSession session = speakingTo(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        assertTrue(there(robot, "#settingsScreen"));
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        waitFor(() -> shown(robot, "#leavingBanner"));
        assertFalse(there(robot, "#settingsScreen"));
        assertTrue(stage.isShowing());
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(session.hasLeft());
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
        assertFalse(stage.isShowing());
    }

    /// A guest that said something which does not come back.
    private ScriptedSession speakingTo(FxRobot robot) throws TimeoutException {
        ScriptedSession session = ScriptedSession.guest("Sockets", "Ada");
        sessions.then(session);
        robot.clickOn("#addressField").write("ada").type(KeyCode.ENTER);
        waitFor(() -> there(robot, "#sessionTitle"));
        robot.clickOn("#composerField").write("hello").type(KeyCode.ENTER);
        return session;
    }

    @Test
    void whoeverLeavesBothEndsIsAskedAtTheEndThatHasSomethingToLose(FxRobot robot) throws Exception {
        robot.clickOn("#bothEndsButton");
        waitFor(() -> robot.lookup("#composerField").queryAll().size() == 2);
        assertFalse(shown(robot, "#guestEnd #settingsButton"), "the screen has one");
        robot.clickOn("#guestEnd #composerField").write("hello").type(KeyCode.ENTER);
        robot.clickOn("#leaveBothButton");
        waitFor(() -> shown(robot, "#guestEnd #leavingBanner"));
        assertFalse(shown(robot, "#hostEnd #leavingBanner"));
        robot.clickOn("#leaveBothButton");
        waitFor(() -> there(robot, "#hostButton"));
    }

    @Test
    void enterJoinsAndAFailureIsToldOnItsCard(FxRobot robot) throws Exception {
        sessions.then(ScriptedSession.failing(SessionFailure.Kind.UNREACHABLE, "10.0.0.1"));
        robot.clickOn("#addressField").write("10.0.0.1").type(KeyCode.ENTER);
        waitFor(() -> shown(robot, "#joinProblem"));
        assertFalse(shown(robot, "#hostProblem"));
        assertEquals("10.0.0.1", robot.lookup("#addressField").queryAs(TextField.class).getText());
    }

    @Test
    void joiningCanBeGivenUp(FxRobot robot) throws Exception {
        ScriptedSession session = ScriptedSession.waiting();
        sessions.then(session);
        robot.clickOn("#addressField").write("ada").type(KeyCode.ENTER);
        waitFor(() -> shown(robot, "#joinCancel"));
        robot.clickOn("#joinCancel");
        assertTrue(shown(robot, "#joinButton"));
        assertTrue(session.hasLeft());
        assertFalse(shown(robot, "#joinProblem"));
    }

    @Test
    void anAddressJoinedBeforeIsOneClick(FxRobot robot) throws Exception {
        waitFor(() -> there(robot, ".tc-chip"));
        robot.clickOn(".tc-chip");
        waitFor(() -> there(robot, "#sessionTitle"));
        assertEquals(List.of("Ada at 192.168.1.7"), sessions.joined());
    }

    @Test
    void aCodeIsFinishedWhileItIsTyped(FxRobot robot) throws Exception {
        robot.clickOn("#addressField").write("ada-laptop");
        robot.type(KeyCode.TAB).write("7 map").type(KeyCode.ENTER);
        assertEquals("7-maple-", code(robot).getText());
        robot.write("b").type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.TAB);
        assertEquals("7-maple-badge", code(robot).getText());
        assertTrue(code(robot).isFocused());
        robot.type(KeyCode.ENTER);
        waitFor(() -> there(robot, "#sessionTitle"));
        assertEquals(
                List.of(new GuestOptions(PeerAddress.parse("ada-laptop"), "Ada")
                        .withCode(Code.parse("7-maple-badge").orElseThrow())),
                sessions.guests());
    }

    @Test
    void escClosesTheCompletionsAndTabGoesOn(FxRobot robot) {
        robot.clickOn("#codeField").write("7 map").type(KeyCode.ESCAPE);
        assertEquals("7 map", code(robot).getText());
        assertTrue(code(robot).isFocused());
        robot.type(KeyCode.TAB);
        assertFalse(code(robot).isFocused());
        assertEquals("7 map", code(robot).getText());
    }

    @Test
    void aPastedLinkLeavesItsCodeOutOfTheAddress(FxRobot robot) {
        TextField address = robot.lookup("#addressField").queryAs(TextField.class);
        robot.clickOn(address).write("old");
        robot.interact(() -> {
            address.selectAll();
            address.replaceSelection("tincan://ada-laptop:9000/#7-maple-orbit");
        });
        assertEquals("ada-laptop:9000", address.getText());
        assertEquals("7-maple-orbit", code(robot).getText());
    }

    @Test
    void aLinkFromOutsideIsFilledIn(FxRobot robot) {
        robot.interact(() -> stand.window.showLink("tincan://ada-laptop:9000/#7-maple-orbit"));
        assertEquals("ada-laptop:9000", robot.lookup("#addressField").queryAs(TextField.class).getText());
        assertEquals("7-maple-orbit", code(robot).getText());
        assertEquals(List.of(), sessions.guests());
    }

    @Test
    void anOpenLessonNearbyIsJoinedByKeys(FxRobot robot) throws Exception {
        stand.nearby.find(FakeNearby.session(1, "Talk", "Ada", false), FakeNearby.session(2, "Lesson", "Bob", true));
        waitFor(() -> shown(robot, "#nearbyList"));
        robot.interact(() -> robot.lookup("#nearbyList").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertTrue(code(robot).isFocused());
        robot.interact(() -> robot.lookup("#nearbyList").query().requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        waitFor(() -> there(robot, "#sessionTitle"));
        assertEquals(List.of("Ada at 192.168.1.7:8002"), sessions.joined());
        assertFalse(stand.nearby.watched());
    }

    @Test
    void theSessionOfLastTimeGoesOnOrIsThrownAway(FxRobot robot) throws Exception {
        CountDownLatch discarded = new CountDownLatch(1);
        HostOptions options = HostOptions.open("Ada", "Sockets", 0, Text.in(Locale.ENGLISH));
        stand.resumable = Optional.of(new Resumable("Sockets", Instant.EPOCH, 3, options, discarded::countDown));
        robot.interact(stand.window::showStart);
        waitFor(() -> shown(robot, "#resumeRow"));
        robot.interact(() -> robot.lookup("#resumeButton").queryButton().fire());
        waitFor(() -> there(robot, "#sessionTitle"));
        assertEquals(List.of(options), sessions.hosted());

        robot.interact(stand.window::showStart);
        waitFor(() -> shown(robot, "#resumeRow"));
        robot.interact(() -> robot.lookup("#discardButton").queryButton().fire());
        assertFalse(shown(robot, "#resumeRow"));
        assertTrue(discarded.await(20, TimeUnit.SECONDS), "discarded");
    }

    private static TextField code(FxRobot robot) {
        return robot.lookup("#codeField").queryAs(TextField.class);
    }

    @Test
    void theNameIsEditedInPlaceAndKept(FxRobot robot) throws Exception {
        robot.doubleClickOn("#nameField").write("Grace").type(KeyCode.ENTER);
        assertEquals("Grace’s session", robot.lookup("#titleField").queryAs(TextField.class).getText());
        waitFor(() -> stand.store.load().name().equals("Grace"));
    }

    @Test
    void helpAndSettingsComeAndGoByKeys(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertTrue(there(robot, "#helpScreen"));
        robot.type(KeyCode.ESCAPE);
        assertFalse(there(robot, "#helpScreen"));
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        assertTrue(there(robot, "#settingsScreen"));
        robot.type(KeyCode.ESCAPE);
        assertFalse(there(robot, "#settingsScreen"));
    }

    @Test
    void aLanguageHoldsAtOnceAndTheFocusStays(FxRobot robot) {
        robot.interact(stand.window::showSettings);
        robot.clickOn("#languageChoice-chinese");
        assertEquals("languageChoice-chinese", stage.getScene().getFocusOwner().getId());
        robot.clickOn("#settingsBack");
        assertTrue(there(robot, "开始会话"));
    }

    @Test
    void aProjectorIsTurnedOnAndOffByAKey(FxRobot robot) throws Exception {
        robot.clickOn("#hostButton");
        waitFor(() -> there(robot, "#sessionTitle"));
        robot.interact(() -> {
            stage.setWidth(1_200);
            stage.setHeight(780);
        });
        double before = robot.lookup("#logTablePlace").query().getBoundsInLocal().getHeight();
        robot.type(KeyCode.F11);
        assertTrue(stage.getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("/text-150.css")));
        waitFor(() -> robot.lookup("#logTablePlace").query().getBoundsInLocal().getHeight() > before);
        waitFor(() -> stand.store.load().projector());
        robot.type(KeyCode.F11);
        assertTrue(stage.getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("/text-100.css")));
    }

    @Test
    void aRingFollowsTheMouseWhileOnePointsAndTakesNoClick(FxRobot robot) {
        Circle ring = robot.lookup("#spotlight").queryAs(Circle.class);
        assertFalse(ring.isVisible());
        robot.type(KeyCode.F12);
        robot.moveTo("#hostButton");
        Bounds button = robot.lookup("#hostButton").query().localToScene(
                robot.lookup("#hostButton").query().getBoundsInLocal());
        assertTrue(ring.isVisible());
        assertTrue(button.contains(ring.getCenterX(), ring.getCenterY()));
        robot.clickOn("#settingsButton");
        assertTrue(there(robot, "#settingsScreen"));
        robot.type(KeyCode.F12);
        assertFalse(ring.isVisible());
    }

    @Test
    void theThemeIsToggledByKeys(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertTrue(stage.getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("/dark.css")));
        waitFor(() -> stand.store.load().theme() == Theme.DARK);
    }

    @Test
    void closingLeavesTheSessionAndKeepsThePlace(FxRobot robot) throws Exception {
        ScriptedSession session = ScriptedSession.host("Sockets", "Ada");
        sessions.then(session);
        robot.clickOn("#hostButton");
        waitFor(() -> there(robot, "#sessionTitle"));
        robot.interact(() -> stage.setWidth(800));
        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);
        assertTrue(session.hasLeft());
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
        assertFalse(stage.isShowing());
        assertEquals(800, stand.store.load().window().width());
    }

    private static boolean there(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static boolean shown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
