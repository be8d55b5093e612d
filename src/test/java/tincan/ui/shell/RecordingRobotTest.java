package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
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
import tincan.session.RecordedSession;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;
import tincan.ui.LoopbackSessions;
import tincan.ui.Png;
import tincan.ui.Screenshot;

/// Recordings saved from a window, and opened in one.
@ExtendWith(ApplicationExtension.class)
final class RecordingRobotTest {
    private static final Settings LIGHT = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 1100, 720, false));

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

    private static int rows(FxRobot robot) {
        return robot.lookup("#logTable").queryAs(TableView.class).getItems().size();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(javafx.scene.control.ButtonBase.class).fire());
    }

    private static void talk(FxRobot robot, String end, String words) {
        TextInputControl field = robot.lookup(end + " #composerField").query();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(words);
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void bothEndsAreSavedWithTheHostFirst(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        robot.clickOn("#bothEndsButton");
        waitFor(() -> robot.lookup("#composerField").queryAll().size() == 2);
        talk(robot, "#hostEnd", "Can you hear me?");
        waitFor(() -> robot.lookup("#guestEnd #conversationList").query().lookupAll(".bubble").size() == 1);

        Path file = folder.resolve("both.tincan");
        stand.files.next = Optional.of(file);
        robot.clickOn("#guestEnd #logExport");
        shoot(robot, "log-export-menu");
        robot.clickOn("#save-tincan");
        waitFor(() -> robot.lookup("#guestEnd #logNoticeWords").queryAs(Label.class).getText()
                .startsWith("both.tincan is saved."));
        shoot(robot, "log-saved");
        Recording saved = RecordingFile.open(file);
        assertEquals(List.of("host", "guest"), saved.ends().stream().map(Recording.End::name).toList());
        assertTrue(saved.ends().stream().allMatch(end -> end.events().toString().contains("Can you hear me?")));
        assertTrue(stand.files.proposed.getFirst().startsWith("Ada’s session 20"), stand.files.proposed.toString());

        fire(robot, "#hostEnd #logHide");
        robot.interact(() -> robot.lookup("#logTable").queryAllAs(TableView.class).forEach(table -> table.scrollTo(0)));
        waitFor(() -> shownRows(robot).contains("•••"));
        assertFalse(shownRows(robot).contains("127.0.0.1"), shownRows(robot));
        fire(robot, "#hostEnd #logViewLadder");
        waitFor(() -> robot.lookup("#hostEnd .ladder-head").queryAllAs(Label.class).stream()
                .anyMatch(head -> head.getText().contains("•••")));
        shoot(robot, "log-hidden");
        robot.type(KeyCode.F11);
        waitFor(() -> stand.settings.get().projector());
        shoot(robot, "log-projector");
    }

    /// What the tables of both ends say.
    private static String shownRows(FxRobot robot) {
        return robot.lookup(".log-meaning").queryAllAs(javafx.scene.control.TableCell.class).stream()
                .map(cell -> String.valueOf(cell.getText())).toList().toString();
    }

    private void openRecording(FxRobot robot, Settings settings) throws Exception {
        Path file = folder.resolve("Lesson 3.tincan");
        RecordingFile.save(RecordedSession.of(2), file);
        open(robot, settings);
        stand.files.next = Optional.of(file);
        robot.clickOn("#openRecordingButton");
        waitFor(() -> robot.lookup("#replayPlay").tryQuery().isPresent() && rows(robot) > 10);
    }

    @Test
    void aRecordingIsLookedAtFromBothEnds(FxRobot robot) throws Exception {
        openRecording(robot, LIGHT);
        assertEquals("Lesson 3 – Tincan", stage.getTitle());
        assertEquals("replayPlay", stage.getScene().getFocusOwner().getId());
        shoot(robot, "replay-log");
        fire(robot, "#logViewLadder");
        waitFor(() -> robot.lookup("#ladderNote").queryAs(Label.class).getText().equals("Both ends seen"));
        shoot(robot, "replay-ladder");
        int host = rows(robot);
        fire(robot, "#replaySeat-second");
        waitFor(() -> rows(robot) > 10 && rows(robot) != host);
        assertTrue(robot.lookup("#ladder").query().isVisible());

        fire(robot, "#logViewLog");
        waitFor(() -> robot.lookup("#logTable .log-name").queryAll().stream().anyMatch(Node::isVisible));
        robot.clickOn("#logTable").type(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup("#openRecordingButton").tryQuery().isPresent());
        assertEquals("Tincan", stage.getTitle());
    }

    @Test
    void aRecordingIsPlayedAgain(FxRobot robot) throws Exception {
        openRecording(robot, LIGHT.withTheme(Theme.DARK).withLanguage(Language.CHINESE));
        int all = rows(robot);
        fire(robot, "#replaySpeed-sixteen_times");
        fire(robot, "#replayPlay");
        Button whole = robot.lookup("#replayWhole").query();
        fire(robot, "#replayPlay");
        if (!whole.isDisabled()) {
            shoot(robot, "replay-paused-zh-dark");
            fire(robot, "#replayPlay");
        }
        waitFor(() -> whole.isDisabled() && rows(robot) == all);
        shoot(robot, "replay-over-zh-dark");
    }

    @Test
    void aFileThatIsNoRecordingIsToldInASentence(FxRobot robot) throws Exception {
        open(robot, LIGHT);
        Path file = Files.writeString(folder.resolve("notes.tincan"), "hello");
        stand.files.next = Optional.of(file);
        robot.clickOn("#openRecordingButton");
        Label problem = robot.lookup("#openRecordingProblem").query();
        waitFor(() -> problem.isVisible());
        assertEquals("notes.tincan is no recording of Tincan. Give a file that ends in .tincan.", problem.getText());
        shoot(robot, "replay-broken");
        stand.files.next = Optional.of(folder.resolve("nowhere.tincan"));
        robot.clickOn("#openRecordingButton");
        waitFor(() -> problem.getText().startsWith("Cannot read nowhere.tincan"));
        assertTrue(robot.lookup("#hostButton").tryQuery().filter(Node::isVisible).isPresent());
    }
}
