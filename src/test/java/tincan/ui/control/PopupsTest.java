package tincan.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class PopupsTest {
    private final List<Throwable> faults = new ArrayList<>();
    private Label below;
    private Stage window;

    @Start
    void show(Stage stage) {
        window = stage;
        below = new Label("below");
        List<Label> labels = List.of(below, new Label("below that"));
        StackPane pane = new StackPane();
        pane.getChildren().addAll(labels);
        stage.setScene(new Scene(pane, 300, 200));
        labels.forEach(label -> Visibility.seen(label).subscribe(_ -> {
        }));
        stage.show();
    }

    @Test
    void aWindowGoesWithAllThatIsOverIt(FxRobot robot) {
        ContextMenu menu = new ContextMenu(new MenuItem("one"), new MenuItem("two"));
        Tooltip tip = new Tooltip("what it is");
        robot.interact(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault));
            tip.show(below, 50, 50);
            menu.show(below, Side.BOTTOM, 0, 0);
        });
        robot.interact(() -> {
            Popups.hide(window);
            window.hide();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });

        assertFalse(menu.isShowing());
        assertFalse(tip.isShowing());
        assertEquals(List.of(), faults);
    }
}
