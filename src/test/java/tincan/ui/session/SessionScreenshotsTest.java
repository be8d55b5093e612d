package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.room.Entry;
import tincan.session.EndReason;
import tincan.ui.control.Popups;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.Privacy;
import tincan.session.Security;
import tincan.session.Security.Level;
import tincan.session.SessionEvent;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Direction;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.ui.Png;
import tincan.ui.Screenshot;
import tincan.ui.line.LineControl;
import tincan.ui.line.Tension;
import tincan.ui.session.SessionStand.Look;

/// Draws the session's screen into `target/screenshots`, to be looked at.
@ExtendWith(ApplicationExtension.class)
class SessionScreenshotsTest {
    private static final Instant MORNING = FakeSession.MORNING;
    private static final int LIVELY_ROWS = 12;

    private Stage stage;
    private SessionStand stand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            Popups.hide(stage);
            stand.view.close();
        });
    }

    @Test
    void hostWaiting(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 1000, 720);
        listening();
        shoot(robot, "session-waiting");
    }

    @Test
    void hostWaitingByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.NIGHT, 1000, 720);
        listening();
        shoot(robot, "session-waiting-dark");
    }

    @Test
    void lively(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 1000, 760);
        lively();
        shoot(robot, "session-lively");
    }

    @Test
    void livelyByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.NIGHT, 1000, 760);
        lively();
        shoot(robot, "session-lively-dark");
    }

    @Test
    void livelyWithoutTheLog(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 1000, 760);
        robot.interact(stand.view::toggleLog);
        lively();
        robot.interact(() -> stand.view.model().find().queryProperty().set("line"));
        robot.interact(stand.view::find);
        shoot(robot, "session-find");
    }

    @Test
    void inChinese(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), new Look(false, 100, Locale.SIMPLIFIED_CHINESE), 1000, 760);
        connected();
        stand.session.hear(1, "Ada", "大家好，今天我们来看套接字。客户端发出的每一个字节，都会出现在下面的日志里。", MORNING);
        say("好的！");
        confirm(1);
        say("断线之后会怎样？");
        stand.awaitRows(4);
        traffic();
        shoot(robot, "session-zh");
    }

    @Test
    void reconnecting(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 1000, 720);
        connected();
        stand.session.hear(1, "Ada", "I am going to pull the cable now.", MORNING);
        say("I am still writing.");
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        stand.awaitRows(3);
        awaitTension(Tension.SLACK);
        shoot(robot, "session-reconnecting");
    }

    @Test
    void closed(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 1000, 720);
        connected();
        stand.session.hear(1, "Ada", "That was the lesson. Goodbye!", MORNING);
        stand.session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        stand.awaitRows(2);
        awaitTension(Tension.CUT);
        shoot(robot, "session-closed");
    }

    @Test
    void closedByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.NIGHT, 1000, 720);
        connected();
        stand.session.hear(1, "Ada", "That was the lesson. Goodbye!", MORNING);
        stand.session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        stand.awaitRows(2);
        awaitTension(Tension.CUT);
        shoot(robot, "session-closed-dark");
    }

    @Test
    void livelyAtTheUsualSize(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 900, 600);
        lively();
        shoot(robot, "session-900x600");
    }

    @Test
    void livelyOnAWideWindow(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.NIGHT, 1280, 800);
        lively();
        shoot(robot, "session-1280x800-dark");
    }

    @Test
    void narrow(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 450, 760);
        lively();
        shoot(robot, "session-450");
    }

    @Test
    void narrowAndWaiting(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 450, 760);
        listening();
        shoot(robot, "session-450-waiting");
    }

    @Test
    void narrowAndReconnecting(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.NIGHT, 450, 760);
        connected();
        say("I am still writing.");
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        stand.awaitRows(2);
        awaitTension(Tension.SLACK);
        shoot(robot, "session-450-reconnecting");
    }

    @Test
    void allTheButtonsAtTheUsualSize(FxRobot robot) throws Exception {
        buttons(robot, Look.DAY, 900, "session-buttons-900");
    }

    @Test
    void allTheButtonsInAWideWindowInChineseByNight(FxRobot robot) throws Exception {
        buttons(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 1000, "session-buttons-zh-dark");
    }

    private void buttons(FxRobot robot, Look look, double width, String name) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), look, width, 600);
        robot.interact(() -> stand.view.offer(() -> {
        }, () -> {
        }));
        listening();
        lively();
        shoot(robot, name);
    }

    @Test
    void slimWithTheMembers(FxRobot robot) throws Exception {
        slim(robot, new Look(false, 200, Locale.ENGLISH), "session-slim");
    }

    @Test
    void slimWithTheMembersInChineseByNight(FxRobot robot) throws Exception {
        slim(robot, new Look(true, 200, Locale.SIMPLIFIED_CHINESE), "session-slim-zh-dark");
    }

    /// A host in the smallest window, with the largest text.
    private void slim(FxRobot robot, Look look, String name) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), look, 720, 480);
        robot.interact(() -> {
            stand.view.offer(() -> {
            }, () -> {
            });
            stand.view.toggleLog();
        });
        listening();
        lively();
        robot.clickOn("#membersButton");
        shoot(robot, name);
    }

    @Test
    void askedBeforeLeaving(FxRobot robot) throws Exception {
        leaving(robot, Look.DAY, 1000, "leaving");
    }

    @Test
    void askedBeforeLeavingInANarrowWindowInChineseByNight(FxRobot robot) throws Exception {
        leaving(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 720, "leaving-zh-dark-720");
    }

    private void leaving(FxRobot robot, Look look, double width, String name) throws Exception {
        open(robot, FakeSession.guest(), look, width, 480);
        robot.interact(() -> stand.view.offer(() -> {
        }, () -> {
        }));
        connected();
        stand.session.hear(1, "Ada", "Are you still there?", MORNING);
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        stand.session.tell(new SessionEvent.Retrying(Duration.ofSeconds(4)));
        say("I am.");
        say("But you are not.");
        stand.awaitRows(4);
        robot.interact(stand.view::mayLeave);
        awaitTension(Tension.SLACK);
        shoot(robot, name);
    }

    @Test
    void atTheStart(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 720, 560);
        connected();
        awaitTension(Tension.TAUT);
        shoot(robot, "session-empty-720");
    }

    @Test
    void invitedAgain(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 1000, 760);
        listening();
        lively();
        robot.interact(() -> stand.view.model().invitation().openProperty().set(true));
        shoot(robot, "session-invite");
    }

    @Test
    void privateInvitation(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 760);
        listening();
        shoot(robot, "invitation");
    }

    @Test
    void privateInvitationByNight(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.NIGHT, 1000, 760);
        listening();
        stand.session.tell(new SessionEvent.DoorChanged(true, List.of()));
        robot.interact(stand.view::toggleLog);
        shoot(robot, "invitation-locked-dark");
    }

    @Test
    void privateInvitationInChinese(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), new Look(false, 100, Locale.SIMPLIFIED_CHINESE), 1000, 760);
        robot.interact(stand.view::toggleLog);
        listening();
        shoot(robot, "invitation-zh");
    }

    @Test
    void privateInvitationInANarrowWindow(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 450, 760);
        robot.interact(stand.view::toggleLog);
        listening();
        shoot(robot, "invitation-450");
    }

    @Test
    void invitationWithWords(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.WORDS), Look.DAY, 1000, 760);
        listening();
        shoot(robot, "invitation-words");
    }

    @Test
    void aForcedCode(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 760);
        listening();
        robot.interact(stand.view::toggleLog);
        lively();
        stand.session.tell(new SessionEvent.TurnedAway("192.168.1.66", "wrong-code"));
        stand.session.tell(new SessionEvent.CodeChanged("31-anchor-candle", true));
        stand.awaitRows(LIVELY_ROWS + 2);
        shoot(robot, "invitation-forced");
    }

    @Test
    void onAProjectorWithAnInvitation(FxRobot robot) throws Exception {
        robot.interact(() -> stand = new SessionStand(FakeSession.host(Privacy.CODE),
                new Look(false, 150, Locale.ENGLISH), 1920, 1080));
        robot.interact(() -> stand.scene.snapshot(null));
        listening();
        robot.interact(() -> stand.scene.snapshot(null));
        shoot(robot, "invitation-1920x1080-150");
    }

    @Test
    void aKnock(FxRobot robot) throws Exception {
        knocking(robot, Look.DAY, 1000, "knock");
    }

    @Test
    void aKnockByNightInChinese(FxRobot robot) throws Exception {
        knocking(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 1000, "knock-zh-dark");
    }

    @Test
    void aKnockInANarrowWindow(FxRobot robot) throws Exception {
        knocking(robot, Look.DAY, 450, "knock-450");
    }

    private void knocking(FxRobot robot, Look look, double width, String name) throws Exception {
        open(robot, FakeSession.host(Privacy.WORDS), look, width, 800);
        robot.interact(stand.view::toggleLog);
        lively();
        for (int i = 1; i <= 4; i++) {
            stand.session.tell(new SessionEvent.Knocked(i, i == 1 ? "Bob" : "Eve", "192.168.1." + i,
                    List.of("maple", "orbit", i == 1 ? "candle" : "bridge")));
        }
        await(() -> stand.view.model().door().knocks().size() == 4);
        shoot(robot, name);
    }

    @Test
    void theLockOfAGuestThatMustCompare(FxRobot robot) throws Exception {
        lock(robot, Look.DAY, FakeSession.secured(Level.NOT_COMPARED, "maple", "orbit", "candle"), "lock-not-compared");
    }

    @Test
    void theLockOfAGuestThatHasCompared(FxRobot robot) throws Exception {
        lock(robot, Look.NIGHT, FakeSession.secured(Level.COMPARED, "maple", "orbit", "candle"), "lock-compared-dark");
    }

    @Test
    void theLockOfAGuestWithTheCode(FxRobot robot) throws Exception {
        lock(robot, Look.DAY, FakeSession.secured(Level.PROVEN, "maple", "orbit", "candle"), "lock-proven");
    }

    @Test
    void theLockOfAnOpenLesson(FxRobot robot) throws Exception {
        lock(robot, new Look(false, 100, Locale.SIMPLIFIED_CHINESE), Security.OPEN, "lock-open-zh");
    }

    private void lock(FxRobot robot, Look look, Security security, String name) throws Exception {
        FakeSession session = FakeSession.guest();
        session.securities.put(1, security);
        open(robot, session, look, 1000, 720);
        connected();
        stand.session.hear(1, "Ada", "Press the lock, then we compare the words.", MORNING);
        stand.awaitRows(2);
        awaitTension(Tension.TAUT);
        robot.clickOn("#lockButton");
        shoot(robot, name);
    }

    @Test
    void theLockOfAHostWithTwoGuests(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.host(Privacy.WORDS);
        session.securities.put(2, FakeSession.secured(Level.COMPARED, "maple", "orbit", "candle"));
        session.securities.put(3, FakeSession.secured(Level.NOT_COMPARED, "bridge", "lemon", "anchor"));
        open(robot, session, Look.DAY, 1000, 760);
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        session.join(2, "Bob");
        session.join(3, "Chloé");
        stand.awaitRows(3);
        awaitTension(Tension.TAUT);
        robot.clickOn("#lockButton");
        shoot(robot, "lock-host");
    }

    @Test
    void tryingAgain(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 1000, 720);
        connected();
        stand.session.hear(1, "Ada", "I am going to pull the cable now.", MORNING);
        say("I am still writing.");
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.CONNECTION_BROKEN));
        stand.session.tell(new SessionEvent.Retrying(Duration.ofSeconds(30)));
        stand.awaitRows(3);
        awaitTension(Tension.SLACK);
        shoot(robot, "reconnecting-later");
    }

    @Test
    void tryingAgainInANarrowWindowInChinese(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), new Look(true, 100, Locale.SIMPLIFIED_CHINESE), 450, 760);
        connected();
        say("还在吗？");
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.CONNECTION_BROKEN));
        stand.session.tell(new SessionEvent.Retrying(Duration.ofSeconds(30)));
        stand.awaitRows(2);
        awaitTension(Tension.SLACK);
        shoot(robot, "reconnecting-later-zh-450");
    }

    @Test
    void aGapAndWhatWasNotSent(FxRobot robot) throws Exception {
        gap(robot, Look.DAY, "gap");
    }

    @Test
    void aGapAndWhatWasNotSentByNightInChinese(FxRobot robot) throws Exception {
        gap(robot, new Look(true, 100, Locale.SIMPLIFIED_CHINESE), "gap-zh-dark");
    }

    private void gap(FxRobot robot, Look look, String name) throws Exception {
        open(robot, FakeSession.guest(), look, 1000, 720);
        robot.interact(stand.view::toggleLog);
        connected();
        stand.session.hear(1, "Ada", "one", MORNING);
        stand.session.tell(new SessionEvent.Missed(2, 39));
        stand.session.seq = 39;
        stand.session.hear(1, "Ada", "forty", MORNING);
        say("This one was sent.");
        stand.session.tell(new SessionEvent.Progress(1, 0));
        confirm(1);
        stand.session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        say("This one came too late.");
        stand.session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        stand.awaitRows(6);
        awaitTension(Tension.CUT);
        shoot(robot, name);
    }

    @Test
    void theMenuOfAMember(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 760);
        lively();
        robot.clickOn("#memberMenu-2");
        shoot(robot, "member-menu");
    }

    @Test
    void theMenuOfTheDoor(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.NIGHT, 1000, 760);
        lively();
        stand.session.tell(new SessionEvent.DoorChanged(true, List.of("192.168.1.66")));
        await(() -> stand.view.model().door().lockedProperty().get());
        robot.clickOn("#doorMenu");
        shoot(robot, "door-menu-dark");
    }

    @Test
    void thoseBarred(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(Privacy.CODE), Look.DAY, 1000, 760);
        lively();
        stand.session.tell(new SessionEvent.DoorChanged(false, List.of("192.168.1.66", "fd00::12:34ff:fe56:789a")));
        await(() -> stand.view.model().door().barred().size() == 2);
        robot.clickOn("#doorMenu").clickOn("#barredItem");
        shoot(robot, "barred");
    }

    @Test
    void withMessagesOnTheLine(FxRobot robot) throws Exception {
        open(robot, FakeSession.host(), Look.DAY, 1000, 760);
        lively();
        LineControl line = stand.find(LineControl.class, "line");
        await(() -> !line.animatingProperty().get());
        robot.interact(() -> {
            line.pulse(Direction.OUT, 2);
            line.pulse(Direction.IN, 1);
        });
        await(() -> stand.scene.getRoot().lookupAll(".line-bead").stream().filter(Node::isVisible).count() == 3);
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = stand.scene.snapshot(null));
        write(image[0], "session-beads");
    }

    @Test
    void oddTexts(FxRobot robot) throws Exception {
        open(robot, FakeSession.guest(), Look.DAY, 1000, 900);
        robot.interact(stand.view::toggleLog);
        connected();
        stand.session.hear(1, "Ada", "mixed: hello שלום עולם and مرحبا بالعالم then left to right again, long enough"
                + " to wrap at the edge of the bubble שלום עולם and some more words to see what happens", MORNING);
        stand.session.hear(1, "Ada", "controls: \u001b[31mred\u0007 and \u202Eoverride", MORNING);
        stand.session.hear(1, "Ada", "https://example.org/" + "a".repeat(300), MORNING);
        stand.session.hear(1, "Ada", "long: " + "many words ".repeat(1_000), MORNING);
        say("def greet(name):\n    print(f\"Hello, {name}\")\n\ngreet(\"Bob\")");
        stand.awaitRows(6);
        shoot(robot, "session-odd");
    }

    /// Larger than the screen of the headless platform, so without a window.
    @Test
    void onAProjector(FxRobot robot) throws Exception {
        robot.interact(() -> stand = new SessionStand(FakeSession.host(), new Look(false, 150, Locale.ENGLISH), 1920,
                1080));
        lively();
        robot.interact(() -> {
            stand.scene.snapshot(null);
            stand.find(ListView.class, "conversationList").scrollTo(LIVELY_ROWS - 1);
            stand.find(TableView.class, "logTable").scrollTo(8);
        });
        awaitTension(Tension.TAUT);
        shoot(robot, "session-1920x1080-150");
    }

    private void open(FxRobot robot, FakeSession session, Look look, double width, double height) {
        robot.interact(() -> {
            stand = new SessionStand(session, look, width, height);
            stage.setScene(stand.scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            stand.view.focusComposer();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void listening() throws Exception {
        stand.session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        stand.session.tell(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("fd00::12:34ff:fe56:789a", "wlan0", LocalAddress.Kind.PHYSICAL),
                        new LocalAddress("10.8.0.6", "tun0", LocalAddress.Kind.VIRTUAL),
                        new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK))));
        stand.session.log.append("listener", new TraceEvent.Called(SocketCall.SOCKET, 0, Duration.ofNanos(41_000), ""));
        stand.session.log.append("listener",
                new TraceEvent.Called(SocketCall.BIND, 0, Duration.ofNanos(12_000), "0.0.0.0:8462"));
        stand.session.log.append("listener",
                new TraceEvent.Called(SocketCall.LISTEN, 0, Duration.ofNanos(3_000), "backlog 50"));
        await(() -> !stand.view.model().invitation().ways().isEmpty());
    }

    private void connected() {
        stand.session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        stand.session.tell(new SessionEvent.RoundTrip(1, Duration.ofNanos(430_000)));
    }

    private void lively() throws Exception {
        FakeSession session = stand.session;
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        session.join(2, "Bob");
        session.tell(new SessionEvent.RoundTrip(2, Duration.ofNanos(430_000)));
        say("Hello Bob! Can you hear me?");
        confirm(1);
        session.hear(2, "Bob", "Loud and clear.", MORNING.plusSeconds(12));
        session.hear(2, "Bob", "What is the string made of?", MORNING.plusSeconds(20));
        say("Of bytes. Everything you type is encoded as UTF-8, put into a frame with its length in front, and written"
                + " to a socket with one call of write. Look at the log below: that is the line.");
        confirm(2);
        session.join(3, "Chloé");
        session.hear(3, "Chloé", "And who decides about the order?", MORNING.plusSeconds(200));
        session.entry(3, "Chloé", new Entry.Lost(), MORNING.plusSeconds(210));
        say("The host does.\nIt numbers what arrives.");
        confirm(3);
        say("Is everybody still there?");
        session.members.set(2, new Person(3, "Chloé", false, Optional.empty()));
        session.tell(new SessionEvent.MembersChanged(session.members()));
        session.hear(2, "Bob", "Yes.", MORNING.plusSeconds(230));
        session.tell(new SessionEvent.Progress(3, 2));
        session.tell(new SessionEvent.TypingChanged(List.of(session.members.get(1))));
        traffic();
        stand.awaitRows(LIVELY_ROWS);
    }

    private void say(String words) throws Exception {
        javafx.application.Platform.runLater(() -> {
            stand.view.model().composer().draftProperty().set(words);
            stand.view.model().composer().send();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void confirm(long id) {
        stand.session.confirm(id, MORNING.plusSeconds(id * 10));
    }

    private void traffic() {
        String line = "line-1 192.168.1.42";
        log(line, new TraceEvent.Called(SocketCall.ACCEPT, 0, Duration.ofMillis(4_210), "192.168.1.42:51312"));
        log(line, new TraceEvent.Moved(SocketCall.READ, 0, new Span(0, 61), Duration.ofNanos(880_000)));
        log(line, new TraceEvent.Framed(Direction.IN, "HELLO", Layer.WIRE, new Span(0, 61),
                "{\"version\":1,\"name\":\"Bob\"}", Subject.NONE));
        log(line, new TraceEvent.Framed(Direction.OUT, "WELCOME", Layer.WIRE, new Span(0, 94),
                "{\"member\":2,\"title\":\"Ada's session\"}", Subject.NONE));
        log(line, new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, 94), Duration.ofNanos(31_000)));
        log(line, new TraceEvent.Framed(Direction.IN, "SAY", Layer.WIRE, new Span(0, 48),
                "{\"id\":1,\"text\":\"Loud and clear.\"}", Subject.NONE));
        log(line, new TraceEvent.FramesMoved(Direction.OUT, 12, Layer.WIRE, new Span(0, 1_940), Subject.NONE,
                Subject.NONE));
        log(line, new TraceEvent.Failed(SocketCall.WRITE, 0, Duration.ofNanos(9_000), "Broken pipe"));
        log(line, new TraceEvent.Note("silent for 3 s"));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void log(String connection, TraceEvent.What what) {
        stand.session.log.append(connection, what);
    }

    private void awaitTension(Tension tension) throws Exception {
        await(() -> stand.find(LineControl.class, "line").tensionProperty().get() == tension);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shoot(FxRobot robot, String name) throws Exception {
        LineControl line = stand.find(LineControl.class, "line");
        await(() -> !line.animatingProperty().get());
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stand.scene));
        write(image[0], name);
    }

    private static void write(Image image, String name) throws IOException {
        assertTrue(image.getWidth() > 0);
        new Png(image).write(Path.of("target", "screenshots", name + ".png"));
    }
}
