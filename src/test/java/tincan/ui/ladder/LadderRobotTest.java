package tincan.ui.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.HostOptions;
import tincan.session.HostSession;
import tincan.session.PeerAddress;
import tincan.session.SessionEvent;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;
import tincan.ui.AddressVeil;
import tincan.ui.FxGate;
import tincan.ui.FxmlFile;
import tincan.ui.Png;
import tincan.ui.Screenshot;

/// The ladder of a real connection, drawn into `target/screenshots` to be looked at.
@ExtendWith(ApplicationExtension.class)
final class LadderRobotTest {
    private final EventLog hostLog = EventLog.usual();
    private final EventLog guestLog = EventLog.usual();
    private final HostSession host = new HostSession(
            HostOptions.open("Ada", "Ladder", 0, Text.in(Locale.ENGLISH)).onLoopback(), hostLog);
    private GuestSession guest;
    private LadderViewModel model;
    private FarViewModel far;
    /// What is done when the host's session tells that what it sees of the other end changed.
    private volatile Runnable onFar = () -> {
    };
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void talk() throws Exception {
        host.start(event -> {
            if (event instanceof SessionEvent.FarChanged) {
                onFar.run();
            }
        });
        guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"), guestLog);
        guest.start(_ -> {
        });
        guest.say("Hello, Ada. Can you hear me?");
        host.say("Loud and clear.");
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(model::close);
        guest.leave();
        host.leave();
    }

    private void open(FxRobot robot, Locale language, boolean dark, boolean both, int percent) {
        robot.interact(() -> {
            Text text = Text.in(language);
            model = new LadderViewModel(new Side(hostLog, "Ada"), text, new FxGate(), new FxGate());
            far = new FarViewModel(host.farEnds(), model);
            onFar = () -> new FxGate().execute(far::changed);
            if (both) {
                far.see(new Side(guestLog, "Bob"));
            }
            Parent root = FxmlFile.LADDER.load(text.bundle(),
                    new LadderController(model, far, new AddressVeil(), text, ZoneId.of("UTC")));
            Application.setUserAgentStylesheet(
                    (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            Scene scene = new Scene(root, 1100, 700);
            scene.getStylesheets().setAll(List.of(sheet("base"), sheet(dark ? "dark" : "light"),
                    sheet("text-" + percent)));
            stage.setScene(scene);
            stage.show();
            model.start();
        });
    }

    private static String sheet(String name) {
        String path = "/tincan/ui/css/" + name + ".css";
        return Objects.requireNonNull(LadderRobotTest.class.getResource(path), path).toExternalForm();
    }

    private Stream<Rung.Transfer> transfers() {
        return model.pictureProperty().get().rungs().stream().filter(Rung.Transfer.class::isInstance)
                .map(Rung.Transfer.class::cast);
    }

    private void awaitFrame(String kind) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> transfers().anyMatch(transfer -> transfer.frames()
                .stream().anyMatch(event -> event.what().toString().contains("kind=" + kind + ","))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(String name) throws Exception {
        Callable<Image> take = () -> Screenshot.of(stage.getScene());
        new Png(WaitForAsyncUtils.asyncFx(take).get()).write(Path.of("target", "screenshots", name + ".png"));
    }

    @Test
    void bothEndsShowTheGuestsWordsLeavingAndComing(FxRobot robot) throws Exception {
        open(robot, Locale.ENGLISH, false, true, 100);
        awaitFrame("SAY");
        Rung.Transfer said = transfers().filter(transfer -> transfer.from() == Lane.CLIENT
                && transfer.frames().toString().contains("kind=SAY,")).findFirst().orElseThrow();
        assertTrue(said.write().isPresent() && said.read().isPresent(), said.toString());
        shoot("ladder-both");
    }

    @Test
    void oneEndIsDashedAndSaysSo(FxRobot robot) throws Exception {
        open(robot, Locale.SIMPLIFIED_CHINESE, true, false, 150);
        awaitFrame("ENTRY");
        assertTrue(transfers().allMatch(Rung.Transfer::inferred));
        shoot("ladder-one-dark");
    }

    @Test
    void aFrozenPictureStaysUntilOneGoesOn(FxRobot robot) throws Exception {
        open(robot, Locale.ENGLISH, false, true, 100);
        awaitFrame("SAY");
        robot.interact(() -> robot.lookup("#ladderFreeze").queryAs(ToggleButton.class).fire());
        LadderPicture before = model.pictureProperty().get();
        guest.say("Later");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> guestLog.since(0, 100_000).stream()
                .anyMatch(event -> event.what().toString().contains("Later")));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, model.pictureProperty().get());
        robot.interact(() -> robot.lookup("#ladderFreeze").queryAs(ToggleButton.class).fire());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> transfers()
                .anyMatch(transfer -> transfer.frames().toString().contains("Later")));
    }

    @Test
    void itsEndStaysInViewUntilOneLooksElsewhere(FxRobot robot) throws Exception {
        for (int i = 0; i < 12; i++) {
            guest.say("text " + i);
        }
        open(robot, Locale.ENGLISH, false, true, 100);
        awaitSaid("text 11");
        ScrollBar bar = (ScrollBar) robot.lookup("#ladder .scroll-bar").query();
        assertTrue(bar.getMax() > 0);
        assertEquals(bar.getMax(), bar.getValue(), 1);
        robot.clickOn("#ladder").push(KeyCode.HOME);
        double before = bar.getMax();
        guest.say("one more");
        awaitSaid("one more");
        assertTrue(bar.getMax() > before);
        assertEquals(0, bar.getValue(), 1);
        robot.push(KeyCode.END);
        guest.say("and the last");
        awaitSaid("and the last");
        assertEquals(bar.getMax(), bar.getValue(), 1);
    }

    private void awaitSaid(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> transfers()
                .anyMatch(transfer -> transfer.frames().toString().contains(words)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void trueToTimeTakesAsMuchRoomAsTheTimeTook(FxRobot robot) throws Exception {
        open(robot, Locale.ENGLISH, false, true, 100);
        awaitFrame("SAY");
        robot.interact(() -> robot.lookup("#ladderTrue").queryAs(ToggleButton.class).fire());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !model.pictureProperty().get().even());
        shoot("ladder-true");
    }

    @Test
    void theOtherEndIsAskedForAndThenSeen(FxRobot robot) throws Exception {
        open(robot, Locale.ENGLISH, false, false, 100);
        awaitFrame("SAY");
        Button ask = robot.lookup("#ladderAsk").queryAs(Button.class);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !ask.isDisabled());
        robot.interact(ask::fire);
        assertTrue(ask.isDisabled());
        assertEquals("The guest was asked and has not answered yet", ask.getAccessibleHelp());
        guest.showEnd(true);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> transfers().anyMatch(transfer -> transfer.write()
                .isPresent() && transfer.read().isPresent() && transfer.frames().toString().contains("kind=SAY,")));
        WaitForAsyncUtils.waitForFxEvents();
        String note = robot.lookup("#ladderNote").queryAs(Label.class).getText();
        assertTrue(note.startsWith("Both ends seen; clocks compared to ±"), note);
        shoot("ladder-far");
        guest.showEnd(false);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> "The guest does not show its end".equals(ask.getAccessibleHelp()));
    }
}
