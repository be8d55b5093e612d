package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.home.Language;
import tincan.home.Settings;
import tincan.home.TalkKey;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.home.TurnTone;
import tincan.home.VoiceSettings;
import tincan.home.WindowPlace;
import tincan.session.HostOptions;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.ui.FakeNearby;
import tincan.ui.LoopbackSessions;
import tincan.ui.Png;
import tincan.ui.Resumable;
import tincan.ui.Screen;
import tincan.ui.Screenshot;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;

/// Draws each screen into `target/screenshots`, to be looked at.
@ExtendWith(ApplicationExtension.class)
final class ScreenshotsTest {
    private static final Settings LIGHT = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 900, 600, false));
    private static final String[] JOINED = {"192.168.1.7", "ada-laptop:9000"};

    @TempDir
    private Path folder;
    private final ScriptedSessions sessions = new ScriptedSessions();
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @Test
    void start(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        shoot(robot, "start-light");
    }

    @Test
    void startByNight(FxRobot robot) throws Exception {
        open(robot, LIGHT.withTheme(Theme.DARK));
        shoot(robot, "start-dark");
    }

    @Test
    void startInChinese(FxRobot robot) throws Exception {
        open(robot, LIGHT.withLanguage(Language.CHINESE).withName("小明"));
        shoot(robot, "start-zh");
    }

    @Test
    void startAtItsSmallest(FxRobot robot) throws Exception {
        open(robot, LIGHT.withWindow(new WindowPlace(0, 0, 720, 480, false)));
        shoot(robot, "start-720x480");
    }

    /// Larger than the screen of the headless platform, so without a window.
    @Test
    void startOnAProjector(FxRobot robot) throws Exception {
        Image[] image = new Image[1];
        robot.interact(() -> {
            Stand stand = new Stand(stage, folder, LIGHT.withTextScale(TextScale.PERCENT_150), sessions, JOINED);
            Screen start = new Screens(stand.services, stand.window).start();
            Scene scene = new Scene(new StackPane(start.root()), 1920, 1080);
            Appearance appearance = new Appearance(scene, stand.settings);
            appearance.apply();
            image[0] = scene.snapshot(null);
            appearance.close();
            start.close();
        });
        write(image[0], "start-1920x1080-150");
    }

    @Test
    void startWithLargeText(FxRobot robot) throws Exception {
        open(robot, LIGHT.withTextScale(TextScale.PERCENT_200));
        shoot(robot, "start-200");
    }

    @Test
    void startThatFailed(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        sessions.then(ScriptedSession.failing(SessionFailure.Kind.CONNECTION_REFUSED, "192.168.1.7"));
        robot.interact(() -> robot.lookup("#addressField").queryAs(TextInputControl.class).setText("192.168.1.7"));
        robot.clickOn("#joinButton");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#joinProblem").query().isVisible());
        robot.clickOn("#advancedButton");
        shoot(robot, "start-error");
    }

    @Test
    void startUnderWay(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        sessions.then(ScriptedSession.waiting());
        robot.interact(() -> robot.lookup("#addressField").queryAs(TextInputControl.class).setText("ada-laptop"));
        robot.clickOn("#joinButton");
        shoot(robot, "start-joining");
        robot.clickOn("#joinCancel");
    }

    @Test
    void startWithSessionsNearby(FxRobot robot) throws Exception {
        found(robot, LIGHT.withWindow(new WindowPlace(0, 0, 1000, 760, false)));
        shoot(robot, "start-nearby");
    }

    @Test
    void startWithSessionsNearbyByNightInChinese(FxRobot robot) throws Exception {
        found(robot, LIGHT.withTheme(Theme.DARK).withLanguage(Language.CHINESE)
                .withWindow(new WindowPlace(0, 0, 1000, 760, false)));
        shoot(robot, "start-nearby-zh-dark");
    }

    @Test
    void startWithSessionsNearbyOnAProjector(FxRobot robot) throws Exception {
        Image[] image = new Image[1];
        robot.interact(() -> {
            Stand stand = new Stand(stage, folder, LIGHT.withTextScale(TextScale.PERCENT_150), sessions, JOINED);
            find(stand);
            Screen start = new Screens(stand.services, stand.window).start();
            Scene scene = new Scene(new StackPane(start.root()), 1920, 1080);
            Appearance appearance = new Appearance(scene, stand.settings);
            appearance.apply();
            image[0] = scene.snapshot(null);
            appearance.close();
            start.close();
        });
        write(image[0], "start-nearby-1920x1080-150");
    }

    private void found(FxRobot robot, Settings settings) throws Exception {
        Stand stand = open(robot, settings);
        find(stand);
        stand.resumable = Optional.of(new Resumable("Sockets, part 2", Instant.parse("2026-11-20T16:30:00Z"), 3,
                HostOptions.open("Ada", "Sockets, part 2", 0, Text.in(Locale.ENGLISH)), () -> {
                }));
        robot.interact(stand.window::showStart);
        waitFor(() -> robot.lookup("#resumeRow").query().isVisible());
    }

    private static void find(Stand stand) {
        stand.nearby.find(FakeNearby.session(1, "Grace’s session", "Grace", false),
                FakeNearby.session(2, "Sockets for everybody, with a title that is longer than any row can be, whatever"
                        + " its width, so that it has to be cut off somewhere", "Room 12", true),
                FakeNearby.session(3, "\u202Egnirts \u001b[31m", "x", false));
    }

    @Test
    void aCodeThatIsBeingTyped(FxRobot robot) throws Exception {
        typeCode(robot, LIGHT);
        shoot(robot, "start-completion");
    }

    @Test
    void aCodeThatIsBeingTypedByNight(FxRobot robot) throws Exception {
        typeCode(robot, LIGHT.withTheme(Theme.DARK));
        shoot(robot, "start-completion-dark");
    }

    private void typeCode(FxRobot robot, Settings settings) throws Exception {
        open(robot, settings);
        robot.interact(() -> robot.lookup("#addressField").queryAs(TextInputControl.class).setText("192.168.1.7"));
        robot.clickOn("#codeField").write("7 maple b");
        robot.type(KeyCode.DOWN);
    }

    @Test
    void anOpenLessonWithAllThatIsAdvanced(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        robot.clickOn("#kindChoice-open_lesson").clickOn("#advancedButton");
        shoot(robot, "start-open-lesson");
    }

    @Test
    void aCodeThatIsNone(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        robot.interact(() -> robot.lookup("#addressField").queryAs(TextInputControl.class).setText("192.168.1.7"));
        robot.clickOn("#codeField").write("7-mapel-orbit").type(KeyCode.ENTER);
        waitFor(() -> robot.lookup("#joinProblem").query().isVisible());
        shoot(robot, "start-wrong-code");
    }

    @Test
    void atTheDoor(FxRobot robot) throws Exception {
        waiting(robot, LIGHT, "start-waiting-words");
    }

    @Test
    void atTheDoorInChinese(FxRobot robot) throws Exception {
        waiting(robot, LIGHT.withLanguage(Language.CHINESE).withTheme(Theme.DARK), "start-waiting-words-zh-dark");
    }

    private void waiting(FxRobot robot, Settings settings, String name) throws Exception {
        open(robot, settings);
        sessions.then(ScriptedSession.knocking("maple", "orbit", "candle"));
        robot.interact(() -> robot.lookup("#addressField").queryAs(TextInputControl.class).setText("ada-laptop"));
        robot.clickOn("#joinButton");
        waitFor(() -> robot.lookup("#safetyWords").query().isVisible());
        shoot(robot, name);
        robot.clickOn("#joinCancel");
    }

    @Test
    void settings(FxRobot robot) throws Exception {
        Stand stand = open(robot, LIGHT);
        robot.interact(stand.window::showSettings);
        shoot(robot, "settings-light");
    }

    @Test
    void settingsInChineseByNight(FxRobot robot) throws Exception {
        Stand stand = open(robot,
                LIGHT.withTheme(Theme.DARK).withLanguage(Language.CHINESE).withTextScale(TextScale.PERCENT_125));
        robot.interact(stand.window::showSettings);
        shoot(robot, "settings-zh-dark-125");
    }

    @Test
    void settingsOfVoice(FxRobot robot) throws Exception {
        Stand stand = open(robot, LIGHT.withWindow(new WindowPlace(0, 0, 1000, 720, false)));
        robot.interact(stand.window::showSettings);
        robot.interact(() -> robot.lookup("#settingsScreen").queryAs(ScrollPane.class).setVvalue(1));
        robot.clickOn("#checkButton");
        waitFor(() -> robot.lookup("#checkWords").query().isVisible());
        shoot(robot, "settings-voice");
        robot.clickOn("#checkButton");
        robot.clickOn("#talkKeyChoice-f9").clickOn("#tone-over");
        assertEquals(VoiceSettings.USUAL.withKey(TalkKey.F9).withTone(TurnTone.OVER, false),
                stand.settings.get().voice());
    }

    @Test
    void help(FxRobot robot) throws Exception {
        Stand stand = open(robot, LIGHT);
        robot.interact(stand.window::showHelp);
        shoot(robot, "help-light");
    }

    @Test
    void bothEnds(FxRobot robot) throws Exception {
        bothEnds(robot, LIGHT, "both-ends-light");
    }

    @Test
    void bothEndsByNightInChinese(FxRobot robot) throws Exception {
        bothEnds(robot, LIGHT.withTheme(Theme.DARK).withLanguage(Language.CHINESE), "both-ends-zh-dark");
    }

    @Test
    void bothEndsAtTheUsualSize(FxRobot robot) throws Exception {
        bothEnds(robot, LIGHT, new WindowPlace(0, 0, 900, 600, false), "both-ends-900x600");
    }

    @Test
    void bothEndsAtTheUsualSizeByNight(FxRobot robot) throws Exception {
        bothEnds(robot, LIGHT.withTheme(Theme.DARK), new WindowPlace(0, 0, 1280, 800, false),
                "both-ends-1280x800-dark");
    }

    private void bothEnds(FxRobot robot, Settings settings, String name) throws Exception {
        bothEnds(robot, settings, new WindowPlace(0, 0, 1000, 760, false), name);
    }

    private void bothEnds(FxRobot robot, Settings settings, WindowPlace place, String name) throws Exception {
        Stand stand = open(robot, settings.withWindow(place), new LoopbackSessions());
        robot.clickOn("#bothEndsButton");
        waitFor(() -> robot.lookup("#composerField").queryAll().size() == 2);
        write(robot, "#hostEnd", "Can you hear me?");
        waitFor(() -> robot.lookup("#guestEnd #conversationList").query().lookupAll(".bubble").size() == 1);
        write(robot, "#guestEnd", "Loud and clear.");
        waitFor(() -> robot.lookup("#hostEnd #conversationList").query().lookupAll(".bubble").size() == 2);
        shoot(robot, name);
        robot.interact(stand.window::close);
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
    }

    private static void write(FxRobot robot, String end, String words) {
        TextInputControl field = robot.lookup(end + " #composerField").query();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(words);
        });
        robot.type(KeyCode.ENTER);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private Stand open(FxRobot robot, Settings settings) {
        return open(robot, settings, sessions);
    }

    private Stand open(FxRobot robot, Settings settings, Sessions from) {
        Stand[] stand = new Stand[1];
        robot.interact(() -> {
            stand[0] = new Stand(stage, folder, settings, from, JOINED);
            stand[0].window.open();
            stage.setWidth(settings.window().width());
            stage.setHeight(settings.window().height());
        });
        WaitForAsyncUtils.waitForFxEvents();
        return stand[0];
    }

    private void shoot(FxRobot robot, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stage.getScene()));
        write(image[0], name);
    }

    private static void write(Image image, String name) throws IOException {
        assertTrue(image.getWidth() > 0);
        new Png(image).write(Path.of("target", "screenshots", name + ".png"));
    }
}
