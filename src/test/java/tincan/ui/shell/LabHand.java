package tincan.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tincan.home.Settings;
import tincan.lab.ServerOptions.Serving;
import tincan.trace.TraceEvent;
import tincan.ui.LoopbackSessions;
import tincan.ui.Png;
import tincan.ui.Screenshot;

/// Somebody who goes through a lesson in a window.
final class LabHand {
    private static final int DEADLINE_SECONDS = 30;

    private final FxRobot robot;
    private final Stage stage;
    private final Stand[] stand = new Stand[1];

    LabHand(FxRobot robot, Stage stage, Path folder, Settings settings) {
        this.robot = robot;
        this.stage = stage;
        robot.interact(() -> {
            stand[0] = new Stand(stage, folder, settings, new LoopbackSessions());
            stand[0].window.open();
            stage.setWidth(settings.window().width());
            stage.setHeight(settings.window().height());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    Stand stand() {
        return stand[0];
    }

    FxRobot robot() {
        return robot;
    }

    /// Opens a lesson, whose server will listen at any free port.
    void openLesson(String name) throws TimeoutException {
        fire("#labButton");
        fire("#lesson-" + name);
        waitFor(() -> robot.lookup("#serverStart").tryQuery().isPresent());
        type("#serverPort", "0");
    }

    <N extends Node> N find(Class<N> type, String id) {
        return robot.lookup(id).queryAs(type);
    }

    void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void shoot(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stage.getScene()));
        new Png(image[0]).write(Path.of("target", "screenshots", name + ".png"));
    }

    void fire(String id) {
        robot.interact(() -> find(ButtonBase.class, id).fire());
    }

    /// A part of the tab of the client in front.
    <N extends Node> N ofClient(Class<N> type, String id) {
        TabPane tabs = find(TabPane.class, "#clientTabs");
        Parent content = (Parent) tabs.getSelectionModel().getSelectedItem().getContent();
        return type.cast(content.lookup(id));
    }

    /// Types into a field of the client in front, or of the server.
    void type(String id, String words) {
        robot.interact(() -> {
            TextField field = id.startsWith("#client")
                    ? ofClient(TextField.class, id)
                    : find(TextField.class, id);
            field.setText(words);
        });
    }

    void tick(String id, boolean on) {
        robot.interact(() -> find(CheckBox.class, id).setSelected(on));
    }

    void fault(String id, int value) {
        fire("#faults");
        robot.interact(() -> {
            @SuppressWarnings("unchecked") // all of them hold whole numbers
            Spinner<Integer> spinner = find(Spinner.class, id);
            spinner.getValueFactory().setValue(value);
        });
        fire("#faults");
    }

    void press(String id) {
        robot.interact(() -> ofClient(ButtonBase.class, id).fire());
    }

    void serve(Serving serving) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked") // so it is in the window
            ChoiceBox<Serving> box = find(ChoiceBox.class, "#serverServing");
            box.setValue(serving);
        });
    }

    void start() throws TimeoutException {
        fire("#serverStart");
        waitFor(() -> find(Node.class, "#serverStop").isVisible());
    }

    void awaitStopped() throws TimeoutException {
        waitFor(() -> find(Node.class, "#serverStart").isVisible() && !find(Node.class, "#serverStart").isDisabled());
    }

    void connect() throws TimeoutException {
        int before = lines();
        press("#clientConnect");
        waitFor(() -> !ofClient(Node.class, "#clientClose").isDisabled() || lines() > before);
    }

    void startAndConnect() throws TimeoutException {
        start();
        connect();
    }

    void addClient() {
        fire("#addClient");
    }

    /// @param number from 1
    void atClient(int number) {
        robot.interact(() -> find(TabPane.class, "#clientTabs").getSelectionModel().select(number - 1));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void say(String words) {
        robot.interact(() -> {
            ofClient(TextField.class, "#clientField").setText(words);
            ofClient(ButtonBase.class, "#clientSend").fire();
        });
    }

    void sayAtServer(String words) {
        robot.interact(() -> {
            find(TextField.class, "#serverField").setText(words);
            find(ButtonBase.class, "#serverSend").fire();
        });
    }

    int lines() {
        return ofClient(ListView.class, "#clientLines").getItems().size();
    }

    void awaitLines(int count) throws TimeoutException {
        waitFor(() -> lines() >= count);
    }

    void awaitServerLines(int count) throws TimeoutException {
        waitFor(() -> find(ListView.class, "#serverLines").getItems().size() >= count);
    }

    boolean left() {
        return !ofClient(Node.class, "#clientConnect").isDisabled();
    }

    void awaitLeft() throws TimeoutException {
        waitFor(this::left);
    }

    String portOfClient() {
        return ofClient(TextField.class, "#clientPort").getText();
    }

    /// Waits until a connection has read so many bytes in all.
    void awaitRead(String connection, int bytes) throws TimeoutException {
        waitFor(() -> events().filter(event -> event.connection().equals(connection))
                .mapToInt(event -> event.what().bytes()).sum() >= bytes);
    }

    private Stream<TraceEvent> events() {
        List<Object> rows = new ArrayList<>(find(TableView.class, "#logTable").getItems());
        return rows.stream().map(TraceEvent.class::cast);
    }

    void checkUntilDone() throws TimeoutException {
        waitFor(() -> {
            fire("#check");
            WaitForAsyncUtils.waitForFxEvents();
            return !robot.lookup("#checkResults .check-row").queryAll().isEmpty()
                    && robot.lookup("#checkResults .check-row.missing").queryAllAs(Label.class).isEmpty();
        });
    }
}
