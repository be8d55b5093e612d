package tincan.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class PopupsTest {
    private final List<Throwable> faults = new ArrayList<>();
    private Stage window;

    @Start
    void show(Stage stage) {
        window = stage;
        stage.setScene(new Scene(new StackPane(new Label("below")), 300, 200));
        stage.show();
    }

    @Test
    void aWindowGoesWithAllThatIsOverIt(FxRobot robot) {
        List<Popup> over = new ArrayList<>();
        robot.interact(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault));
            for (int i = 0; i < 3; i++) {
                Popup popup = new Popup();
                popup.getContent().add(new Label("above"));
                popup.show(window);
                over.add(popup);
            }
        });
        robot.interact(() -> {
            Popups.hide(window);
            window.hide();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });

        over.forEach(popup -> assertFalse(popup.isShowing()));
        assertEquals(List.of(), faults);
    }
}
