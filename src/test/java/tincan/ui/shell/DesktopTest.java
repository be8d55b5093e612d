package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
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

/// The window on a real desktop.
@Tag("desktop")
@ExtendWith(ApplicationExtension.class)
final class DesktopTest {
    private static final Settings USUAL = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 900, 600, false));

    @TempDir
    private Path folder;
    private Stage stage;
    private Stand stand;

    @Start
    void open(Stage given) {
        stage = given;
        stand = Stand.withDialogs(stage, folder, USUAL, new LoopbackSessions());
        stand.window.open();
    }

    @Test
    void aMessageCrossesBetweenBothEndsAndTheWindowCloses(FxRobot robot) throws Exception {
        waitFor(stage::isShowing);
        robot.clickOn("#bothEndsButton");
        waitFor(() -> robot.lookup("#composerField").queryAll().size() == 2);
        TextInputControl field = robot.lookup("#hostEnd #composerField").query();
        robot.clickOn(field).write("hello");
        waitFor(() -> field.getText().equals("hello"));
        robot.type(KeyCode.ENTER);
        waitFor(() -> robot.lookup("#guestEnd #conversationList").query().lookupAll(".bubble").size() == 1);

        robot.interact(stand.window::close);
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
        assertFalse(stage.isShowing());
    }

    /// The dialog is the desktop's own: all that is seen of it here is that it takes the focus and gives it back.
    @Test
    void givingUpTheSaveDialogLeavesEverythingAsItWas(FxRobot robot) throws Exception {
        robot.clickOn("#bothEndsButton");
        waitFor(() -> robot.lookup("#composerField").queryAll().size() == 2);
        waitFor(stage::isFocused);
        robot.clickOn("#hostEnd #logExport").moveTo("#save-tincan").clickOn();
        waitFor(() -> !stage.isFocused());
        robot.type(KeyCode.ESCAPE);
        waitFor(stage::isFocused);
        assertTrue(robot.lookup("#hostEnd #logExport").tryQuery().isPresent());

        robot.interact(stand.window::close);
        assertTrue(stand.closed.await(20, TimeUnit.SECONDS));
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
