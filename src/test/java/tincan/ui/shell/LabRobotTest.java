package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.home.Language;
import tincan.home.Settings;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.home.WindowPlace;
import tincan.ui.LoopbackSessions;
import tincan.ui.Png;
import tincan.ui.Screen;
import tincan.ui.Screenshot;

/// The lab, gone through by hand.
@ExtendWith(ApplicationExtension.class)
final class LabRobotTest {
    private static final Settings LIGHT = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 1280, 800, false));

    @TempDir
    private Path folder;
    private Stage stage;
    private Stand stand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(stand.window::close);
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
    }

    private void open(FxRobot robot, Settings settings) {
        robot.interact(() -> {
            stand = new Stand(stage, folder, settings, new LoopbackSessions());
            stand.window.open();
            stage.setWidth(settings.window().width());
            stage.setHeight(settings.window().height());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void openLesson(FxRobot robot, String name, Settings settings) throws TimeoutException {
        open(robot, settings);
        fire(robot, "#labButton");
        fire(robot, "#lesson-" + name);
        waitFor(() -> robot.lookup("#serverStart").tryQuery().isPresent());
        // any free port, so that nothing else on this computer is in the way
        robot.interact(() -> robot.lookup("#serverPort").queryAs(TextField.class).setText("0"));
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(FxRobot robot, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stage.getScene()));
        new Png(image[0]).write(Path.of("target", "screenshots", name + ".png"));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    /// The part of a client's tab that has this id, of the tab that is in front.
    private static <N extends Node> N ofClient(FxRobot robot, Class<N> type, String id) {
        TabPane tabs = robot.lookup("#clientTabs").query();
        Parent content = (Parent) tabs.getSelectionModel().getSelectedItem().getContent();
        return type.cast(content.lookup(id));
    }

    private static void connect(FxRobot robot) throws TimeoutException {
        robot.interact(() -> ofClient(robot, ButtonBase.class, "#clientConnect").fire());
        waitFor(() -> !ofClient(robot, ButtonBase.class, "#clientClose").isDisabled());
    }

    private static void start(FxRobot robot) throws TimeoutException {
        fire(robot, "#serverStart");
        waitFor(() -> robot.lookup("#serverStop").query().isVisible());
    }

    private static void say(FxRobot robot, String words) {
        robot.interact(() -> {
            ofClient(robot, TextField.class, "#clientField").setText(words);
            ofClient(robot, ButtonBase.class, "#clientSend").fire();
        });
    }

    private static void awaitLines(FxRobot robot, int count) throws TimeoutException {
        waitFor(() -> ofClient(robot, ListView.class, "#clientLines").getItems().size() >= count);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theLabIsReachedByKeysAndLeftByEscape(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        fire(robot, "#labButton");
        waitFor(() -> robot.lookup("#labScreen").tryQuery().isPresent());
        assertEquals("Lab – Tincan", stage.getTitle());
        assertEquals("lesson-time-echo", stage.getScene().getFocusOwner().getId());
        shoot(robot, "lab-cards");

        robot.type(KeyCode.SPACE);

        waitFor(() -> robot.lookup("#lessonScreen").tryQuery().isPresent());
        assertEquals("The time and an echo – Tincan", stage.getTitle());
        shoot(robot, "lab-time-echo-begin");
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup("#lesson-time-echo").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup("#labButton").tryQuery().isPresent());
    }

    @Test
    void theSecondClientIsSeenWaiting(FxRobot robot) throws Exception {
        openLesson(robot, "time-echo", LIGHT);
        start(robot);
        connect(robot);
        say(robot, "Hello");
        awaitLines(robot, 2);
        shoot(robot, "lab-time-echo-answered");
        fire(robot, "#addClient");
        connect(robot);
        say(robot, "Hello");
        waitFor(() -> text(robot, "#serverWaiting").equals("1 waits in the backlog"));
        shoot(robot, "lab-time-echo-waiting");
        robot.interact(() -> robot.lookup("#clientTabs").queryAs(TabPane.class).getSelectionModel().selectFirst());
        say(robot, "");
        robot.interact(() -> robot.lookup("#clientTabs").queryAs(TabPane.class).getSelectionModel().selectLast());
        awaitLines(robot, 2);
        say(robot, "");
        waitFor(() -> ofClient(robot, ButtonBase.class, "#clientClose").isDisabled());
        check(robot, "All done: 3 of 3.");
        shoot(robot, "lab-time-echo-done");
    }

    @Test
    void aCallWaitsForItsStepWithItsLineMarked(FxRobot robot) throws Exception {
        openLesson(robot, "echo", LIGHT);
        fire(robot, "#pace-step");
        start(robot);
        robot.interact(() -> robot.lookup("#bookTabs").queryAs(TabPane.class).getSelectionModel().select(1));
        robot.interact(() -> ofClient(robot, ButtonBase.class, "#clientConnect").fire());
        waitFor(() -> text(robot, "#held").equals("server wants to accept"));
        waitFor(() -> robot.lookup(".program .list-cell").queryAllAs(ListCell.class).stream()
                .anyMatch(cell -> String.valueOf(cell.getText()).matches("▶.*server\\.accept\\(\\)")));
        shoot(robot, "lab-step-python");

        robot.type(KeyCode.F10);

        waitFor(() -> text(robot, "#held").contains("server-1 wants to read"));
    }

    @Test
    void whatIsTypedIsSentToARawServerAndBack(FxRobot robot) throws Exception {
        openLesson(robot, "raw", LIGHT);
        start(robot);
        connect(robot);
        say(robot, "Hello");
        waitFor(() -> robot.lookup("#serverLines").queryAs(ListView.class).getItems().size() == 1);
        shoot(robot, "lab-raw");
    }

    @Test
    void aLessonThatHasBegunStaysWhenTheLanguageChanges(FxRobot robot) throws Exception {
        openLesson(robot, "echo", LIGHT);
        start(robot);
        connect(robot);
        say(robot, "Hello");
        awaitLines(robot, 2);
        robot.interact(stand.window::showSettings);
        fire(robot, "#languageChoice-chinese");
        fire(robot, "#settingsBack");

        assertTrue(robot.lookup("#serverStop").query().isVisible());
        say(robot, "again");
        awaitLines(robot, 4);
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup("实验室").tryQuery().isPresent());
    }

    @Test
    void aLessonThatHasNotBegunSpeaksTheNewLanguage(FxRobot robot) throws Exception {
        openLesson(robot, "echo", LIGHT);
        robot.interact(stand.window::showSettings);
        fire(robot, "#languageChoice-chinese");
        fire(robot, "#settingsBack");

        waitFor(() -> robot.lookup("#serverStart").queryAs(ButtonBase.class).getText().equals("启动"));
    }

    @Test
    void onASmallProjectorTheClientKeepsItsButtons(FxRobot robot) throws Exception {
        openLesson(robot, "echo", LIGHT);
        robot.type(KeyCode.F11);
        waitFor(() -> ofClient(robot, ButtonBase.class, "#clientConnect").getFont().getSize() > 20);
        shoot(robot, "lab-projector");
        Node send = ofClient(robot, ButtonBase.class, "#clientSend");
        Node close = ofClient(robot, ButtonBase.class, "#clientClose");
        Node log = robot.lookup("#logTable").query();
        assertTrue(bottom(send) <= top(close), "one under the other");
        assertTrue(bottom(close) <= top(log), "above the log");
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    /// Larger than the screen of the headless platform, so without a window.
    @Test
    void theLogHasMoreOfTheRoomOnAProjector(FxRobot robot) throws Exception {
        Image[] image = new Image[1];
        double[] divider = new double[2];
        robot.interact(() -> {
            stand = new Stand(stage, folder, LIGHT, new LoopbackSessions());
            stand.window.open();
            Screens screens = new Screens(stand.services, stand.window);
            Screen lesson = screens.lesson(stand.services.lessons().named("half-close").orElseThrow());
            Scene scene = new Scene(new StackPane(lesson.root()), 1920, 1080);
            Appearance appearance = new Appearance(scene, stand.settings);
            appearance.apply();
            scene.snapshot(null);
            SplitPane split = (SplitPane) lesson.root().lookup("#lessonSplit");
            divider[0] = split.getDividerPositions()[0];
            stand.settings.change(now -> now.withProjector(true));
            lesson.settingsChanged(stand.settings.get());
            image[0] = scene.snapshot(null);
            divider[1] = split.getDividerPositions()[0];
            appearance.close();
            lesson.close();
        });
        assertEquals(0.6, divider[0], 0.01);
        assertEquals(0.5, divider[1], 0.01);
        new Png(image[0]).write(Path.of("target", "screenshots", "lab-1920x1080-150.png"));
    }

    private static void check(FxRobot robot, String words) throws TimeoutException {
        fire(robot, "#check");
        waitFor(() -> robot.lookup("#checkResults .check-heading").queryAs(Label.class).getText().equals(words));
    }
}
