package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.session.Privacy;
import tincan.session.Stand;
import tincan.session.VoicePath;
import tincan.trace.Direction;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent;
import tincan.ui.Png;
import tincan.ui.Screenshot;
import tincan.ui.line.LineControl;
import tincan.ui.session.SessionStand.Look;
import tincan.ui.talk.HoldButton;
import tincan.ui.talk.LevelMeter;
import tincan.voice.audio.Trouble;

/// What hands do with the voice, drawn into `target/screenshots`.
@ExtendWith(ApplicationExtension.class)
final class VoiceRobotTest {
    private FakeSession session;
    private FakeVoice voice;
    private SessionStand stand;
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    private void join(FxRobot robot, FakeSession shown, Look look, double width) throws Exception {
        session = shown;
        robot.interact(() -> {
            stand = new SessionStand(session, look, width, 720);
            stand.show(stage);
        });
        if (session.hosting()) {
            session.join(2, "Bob");
        }
        SessionStand.await(() -> stand.view.model().talk().floor().ableProperty().get());
        robot.clickOn("#voiceButton");
        voice = session.voice.orElseThrow();
        robot.clickOn("#composerField");
    }

    private void turns(Stand how, int holder) throws Exception {
        session.stand(how, holder, 0);
        SessionStand.await(
                () -> seen("#talkBar") && stand.view.model().talk().floor().floorProperty().get().stand() == how);
    }

    private boolean seen(String id) {
        return stand.scene.getRoot().lookup(id).isVisible();
    }

    @Test
    void theTalkKeyTalksWhileOneWrites(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.press(KeyCode.F8);
        assertEquals(List.of("press"), voice.pressed);
        robot.release(KeyCode.F8);

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void spaceWritesInTheFieldAndTalksInTheConversation(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.push(KeyCode.SPACE);
        assertEquals(List.of(), voice.pressed);
        assertEquals(" ", stand.find(TextArea.class, "composerField").getText());
        robot.clickOn("#conversationList").push(KeyCode.SPACE);

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void spaceStillPressesAButton(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.interact(() -> stand.scene.getRoot().lookup("#logButton").requestFocus());
        robot.push(KeyCode.SPACE);

        assertEquals(List.of(), voice.pressed);
        assertFalse(stand.view.logShownProperty().get());
    }

    @Test
    void theButtonTalksWhileItIsHeld(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.moveTo("#talkButton").press(MouseButton.PRIMARY);
        assertEquals(List.of("press"), voice.pressed);
        robot.moveTo("#conversationList").release(MouseButton.PRIMARY);

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void aScreenReaderThatPressesTheButtonLatches(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        HoldButton button = stand.find(HoldButton.class, "talkButton");
        robot.interact(() -> button.executeAccessibleAction(AccessibleAction.FIRE));
        assertEquals(List.of("press"), voice.pressed);
        robot.clickOn("#latchButton");

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void whoHidesTheWindowLetsGo(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.clickOn("#latchButton");
        assertEquals(List.of("press"), voice.pressed);
        robot.interact(stage::hide);

        SessionStand.await(() -> voice.pressed.equals(List.of("press", "release")));
    }

    @Test
    void whatCoversTheSessionLetsGo(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.clickOn("#latchButton");
        robot.interact(() -> stand.view.root().setVisible(false));

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void whatCoversAllThatTheSessionIsInLetsGo(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.clickOn("#latchButton");
        robot.interact(() -> stand.scene.getRoot().setVisible(false));

        assertEquals(List.of("press", "release"), voice.pressed);
    }

    @Test
    void aMeterThatNobodySeesDoesNotMove(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        AtomicInteger looks = new AtomicInteger();
        StackPane around = new StackPane();
        robot.interact(() -> {
            LevelMeter meter = new LevelMeter();
            meter.watch(looks::incrementAndGet);
            around.getChildren().add(new StackPane(meter));
            stage.setScene(new Scene(around));
        });
        SessionStand.await(() -> looks.get() > 0);
        robot.interact(() -> around.setVisible(false));
        int before = looks.get();
        AtomicInteger pulses = new AtomicInteger();
        robot.interact(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        }.start());
        SessionStand.await(() -> pulses.get() > 3);
        assertEquals(before, looks.get());
        robot.interact(() -> around.setVisible(true));

        SessionStand.await(() -> looks.get() > before);
    }

    @Test
    void theMicrophoneIsMutedWithAClick(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        SessionStand.await(() -> seen("#voiceBar"));
        voice.talkers = Set.of(1);
        voice.level = 0.2;
        voice.tell();
        shoot(robot, "voice-chat");
        robot.clickOn("#muteButton");

        assertEquals(true, voice.muted());
    }

    @Test
    void whatWasSpokenIsPlayedWithAClick(FxRobot robot) throws Exception {
        join(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000);
        talked();
        turns(Stand.IDLE, 0);
        robot.clickOn("#play-1");
        assertEquals(1, voice.playing());
        shoot(robot, "walkie-talkie-playing");
        robot.clickOn("#play-1");

        assertEquals(0, voice.playing());
    }

    private void talked() throws Exception {
        session.entry(1, "Ada", new Entry.ModeSet(Mode.WALKIE_TALKIE), FakeSession.MORNING.plusSeconds(2));
        session.entry(2, "Bob", new Entry.Spoke(1, 3_900), FakeSession.MORNING.plusSeconds(20));
        session.entry(1, "Ada", new Entry.Spoke(2, 2_100), FakeSession.MORNING.plusSeconds(31));
        session.entry(2, "Bob", new Entry.Spoke(3, 1_200), FakeSession.MORNING.plusSeconds(40));
        voice.keep(1, 2, Duration.ofMillis(3_900));
        voice.keep(2, 1, Duration.ofMillis(2_100));
        voice.tell();
        SessionStand.await(() -> stand.scene.getRoot().lookupAll(".waveform").size() == 3);
    }

    @Test
    void onTheAir(FxRobot robot) throws Exception {
        onTheAir(robot, Look.DAY, 1000, "walkie-talkie");
    }

    @Test
    void onTheAirByNightInChinese(FxRobot robot) throws Exception {
        onTheAir(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 1000, "walkie-talkie-zh-dark");
    }

    @Test
    void onTheAirInANarrowWindow(FxRobot robot) throws Exception {
        onTheAir(robot, Look.DAY, 450, "walkie-talkie-450");
    }

    private void onTheAir(FxRobot robot, Look look, double width, String name) throws Exception {
        join(robot, FakeSession.host(Privacy.CODE), look, width);
        talked();
        frames();
        voice.talkers = Set.of(1);
        voice.level = 0.25;
        voice.tell();
        turns(Stand.IDLE, 0);
        robot.press(KeyCode.F8);
        turns(Stand.GRANTED, 1);
        shoot(robot, name);
        robot.release(KeyCode.F8);
    }

    private void frames() {
        String line = "line-1 192.168.1.42";
        session.log.append(line, new TraceEvent.Moved(SocketCall.READ, 0, new Span(0, 61), Duration.ofNanos(88_000)));
        session.log.append(line, new TraceEvent.Framed(Direction.IN, "FLOOR", Layer.WIRE, new Span(0, 61),
                "{\"type\":\"release\",\"epoch\":3}", Subject.NONE));
        session.log.append(line, new TraceEvent.Framed(Direction.OUT, "FLOOR", Layer.WIRE, new Span(0, 88),
                "{\"type\":\"taken\",\"epoch\":4,\"member\":1,\"name\":\"Ada\",\"limit\":30000}", Subject.NONE));
        session.log.append(line, new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, 88), Duration.ofNanos(31_000)));
    }

    @Test
    void whomNobodyHearsIsNotOnTheAir(FxRobot robot) throws Exception {
        join(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000);
        turns(Stand.IDLE, 0);
        robot.press(KeyCode.F8);
        turns(Stand.GRANTED, 1);
        SessionStand.await(() -> stand.find(HoldButton.class, "talkButton").getText().equals("On the air"));
        voice.path = VoicePath.TRYING;
        voice.tell();
        SessionStand.await(() -> stand.find(HoldButton.class, "talkButton").getText().equals("Not heard"));
        robot.release(KeyCode.F8);
    }

    @Test
    void bobsTurn(FxRobot robot) throws Exception {
        join(robot, FakeSession.host(Privacy.CODE), Look.NIGHT, 1000);
        talked();
        voice.talkers = Set.of(2);
        voice.tell();
        turns(Stand.TAKEN, 2);
        shoot(robot, "walkie-talkie-taken-dark");
    }

    @Test
    void withTroubles(FxRobot robot) throws Exception {
        join(robot, FakeSession.guest(), Look.DAY, 1000);
        voice.microphone = Optional.of(Trouble.SILENT);
        voice.path = VoicePath.CONNECTION;
        voice.tell();
        SessionStand.await(() -> seen("#voiceTroubleBanner") && seen("#voicePathBanner"));
        shoot(robot, "voice-troubles");
    }

    private void shoot(FxRobot robot, String name) throws Exception {
        SessionStand.await(() -> !stand.find(LineControl.class, "line").animatingProperty().get());
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stand.scene));
        new Png(image[0]).write(Path.of("target", "screenshots", name + ".png"));
    }
}
