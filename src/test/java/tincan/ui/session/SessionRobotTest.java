package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Security;
import tincan.session.SessionEvent;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.ui.line.LineControl;

/// What hands do on the session's screen.
@ExtendWith(ApplicationExtension.class)
class SessionRobotTest {
    private static final Instant MORNING = FakeSession.MORNING;

    @TempDir
    private Path folder;
    private FakeSession session;
    private SessionStand stand;

    @Start
    void open(Stage stage) {
        session = FakeSession.guest();
        stand = new SessionStand(session, SessionStand.Look.DAY, 1100, 700, Optional.of(folder.resolve("log.txt")));
        stand.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    private TextArea field() {
        return stand.find(TextArea.class, "composerField");
    }

    private ConversationViewModel conversation() {
        return stand.view.model().conversation();
    }

    @Test
    void enterSendsAndEmptiesTheField(FxRobot robot) throws Exception {
        robot.write("Hello Ada");
        robot.push(KeyCode.ENTER);

        assertEquals(List.of("Hello Ada"), session.said);
        assertEquals("", field().getText());
        stand.awaitRows(2);
    }

    @Test
    void shiftEnterBeginsANewLineAndTheFieldGrows(FxRobot robot) throws Exception {
        double low = field().getHeight();
        robot.write("one");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        robot.write("two");

        assertEquals("one\ntwo", field().getText());
        SessionStand.await(() -> field().getHeight() > low);
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("one\ntwo"), session.said);
        SessionStand.await(() -> field().getHeight() == low);
    }

    @Test
    void tabLeavesTheFieldBothWays(FxRobot robot) {
        robot.write("x");
        robot.push(KeyCode.TAB);
        assertEquals("sendButton", stand.scene.getFocusOwner().getId());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("composerField", stand.scene.getFocusOwner().getId());
        assertEquals("x", field().getText());
    }

    @Test
    void whatIsSoughtIsChosenAndEscapeGoesBackToWriting(FxRobot robot) throws Exception {
        for (int i = 0; i < 200; i++) {
            session.hear(1, "Ada", i == 20 ? "the needle" : "hay " + i, MORNING);
        }
        stand.awaitRows(201);

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("needle");
        SessionStand.await(
                () -> stand.find(ListView.class, "conversationList").getSelectionModel().getSelectedIndex() == 21);
        assertFalse(conversation().followingProperty().get());
        robot.push(KeyCode.ESCAPE);

        assertFalse(stand.scene.getRoot().lookup("#findBar").isVisible());
        assertEquals("composerField", stand.scene.getFocusOwner().getId());
    }

    @Test
    void whoReadsAboveIsToldOfNewMessagesAndLedToTheEnd(FxRobot robot) throws Exception {
        for (int i = 0; i < 100; i++) {
            session.hear(1, "Ada", "message " + i, MORNING);
        }
        stand.awaitRows(101);
        SessionStand.await(() -> atEnd());

        robot.moveTo("#conversationList").scroll(20, javafx.geometry.VerticalDirection.UP);
        SessionStand.await(() -> !conversation().followingProperty().get());
        session.hear(1, "Ada", "news", MORNING);
        SessionStand.await(() -> stand.find(Button.class, "unseenPill").isVisible());
        assertEquals("1 new message", stand.find(Button.class, "unseenPill").getText());
        robot.clickOn("#unseenPill");

        SessionStand.await(() -> atEnd());
        assertFalse(stand.find(Button.class, "unseenPill").isVisible());
    }

    @Test
    void theEndStaysInViewWhateverTheHeightsOfTheRows(FxRobot robot) throws Exception {
        for (int i = 0; i < 300; i++) {
            session.hear(1, "Ada", "word ".repeat(1 + (i * 37) % 200), MORNING.plusSeconds(i));
        }
        stand.awaitRows(301);
        SessionStand.await(() -> atEnd());
        session.hear(1, "Ada", "long ".repeat(300), MORNING.plusSeconds(400));
        stand.awaitRows(302);
        SessionStand.await(() -> atEnd());
        robot.interact(stand.view::toggleLog);
        SessionStand.await(() -> atEnd());
    }

    @Test
    void aHundredThousandMessagesLeaveTheListScrollable(FxRobot robot) throws Exception {
        Thread network = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 100_000; i++) {
                session.hear(1, "Ada", "message " + i, MORNING);
            }
        });
        network.join();
        stand.awaitRows(100_001);
        SessionStand.await(() -> atEnd());
        robot.interact(() -> stand.find(ListView.class, "conversationList").scrollTo(50_000));
        robot.interact(() -> assertTrue(flow().getFirstVisibleCell().getIndex() <= 50_000, "rows shown"));
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) stand.scene.getRoot().lookup("#conversationList").lookup(".virtual-flow");
    }

    private boolean atEnd() {
        var last = flow().getLastVisibleCell();
        return last != null && last.getIndex() == conversation().rows().size() - 1
                && last.getBoundsInParent().getMaxY() <= flow().getHeight() + 3;
    }

    @Test
    void theRowChosenIsCopiedAsItWasWritten(FxRobot robot) throws Exception {
        session.hear(1, "Ada", "two\nlines \u0007", MORNING);
        stand.awaitRows(2);

        robot.clickOn("#conversationList");
        robot.interact(() -> {
            ListView<?> list = stand.find(ListView.class, "conversationList");
            list.getSelectionModel().select(1);
            list.requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("two\nlines \u0007", copied[0]);
    }

    @Test
    void theLogIsFilteredAndSaved(FxRobot robot) throws Exception {
        session.log.append("line-1", new TraceEvent.Moved(SocketCall.READ, 0, new Span(0, 48), Duration.ofMillis(1)));
        session.log.append("line-1", new TraceEvent.Framed(Direction.IN, "SAY", Layer.WIRE, new Span(0, 48),
                "{\"text\":\"needle\"}", Subject.NONE));
        session.log.append("line-2", new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, 61), Duration.ofMillis(1)));
        TableView<?> table = stand.find(TableView.class, "logTable");
        SessionStand.await(() -> table.getItems().size() == 3);

        robot.clickOn("#logOut");
        SessionStand.await(() -> table.getItems().size() == 1);
        robot.clickOn("#logBoth").clickOn("#logWords").write("needle");
        SessionStand.await(() -> table.getItems().size() == 1);
        robot.interact(() -> stand.find(ChoiceBox.class, "logConnection").getSelectionModel().select(2));
        SessionStand.await(() -> table.getItems().isEmpty());
        robot.interact(() -> stand.find(ChoiceBox.class, "logConnection").getSelectionModel().select(0));
        robot.clickOn("#logExport").clickOn("#save-txt");
        SessionStand.await(() -> saved().size() == 1);
        assertTrue(saved().getFirst().endsWith("needle\"}"), saved().getFirst());
    }

    @Test
    void beforeAPrivateSessionIsSavedItIsAsked(FxRobot robot) throws Exception {
        session.log.append("line-1", new TraceEvent.Sealed(Direction.IN, TraceEvent.Sealed.Content.DATA,
                new Span(0, 60), new Span(0, 38)));
        robot.clickOn("#logExport").clickOn("#save-txt");
        SessionStand.await(() -> stand.find(Button.class, "logNoticeSave").isFocused());
        robot.type(KeyCode.ESCAPE);
        assertFalse(stand.find(Button.class, "logNoticeSave").isVisible());
        robot.clickOn("#logExport").clickOn("#save-txt");
        SessionStand.await(() -> stand.find(Button.class, "logNoticeSave").isFocused());
        robot.type(KeyCode.SPACE);
        SessionStand.await(() -> saved().size() == 1);
    }

    @Test
    void whoReadsInTheLogKeepsItsPlaceWhenOldRowsGo(FxRobot robot) throws Exception {
        calls(EventLog.DEFAULT_CAPACITY + 1_000);
        TableView<?> table = stand.find(TableView.class, "logTable");
        SessionStand.await(() -> number(table, table.getItems().size() - 1) == session.log.newest());
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        SessionStand.await(() -> flow.getLastVisibleCell().getIndex() == table.getItems().size() - 1);
        robot.moveTo("#logTable").scroll(30, javafx.geometry.VerticalDirection.UP);
        SessionStand.await(() -> stand.find(Button.class, "logTail").isVisible());
        long read = number(table, flow.getFirstVisibleCell().getIndex());

        calls(20_000);
        SessionStand.await(() -> number(table, table.getItems().size() - 1) == session.log.newest());
        assertEquals(read, number(table, flow.getFirstVisibleCell().getIndex()));
    }

    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            session.log.append("line-1", new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, 1), Duration.ZERO));
        }
    }

    private static long number(TableView<?> table, int index) {
        return index < 0 ? 0 : ((TraceEvent) table.getItems().get(index)).number();
    }

    private List<String> saved() throws IOException {
        Path file = folder.resolve("log.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void aMillionSocketCallsLeaveTheWindowUsable(FxRobot robot) throws Exception {
        Thread network = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                session.log.append("line-1", new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, i), Duration.ZERO));
            }
        });
        robot.write("still here");
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("still here"), session.said);
        network.join();
        TableView<?> table = stand.find(TableView.class, "logTable");
        SessionStand.await(() -> !table.getItems().isEmpty()
                && ((TraceEvent) table.getItems().getLast()).number() == session.log.newest());
    }

    @Test
    void theLineMovesForAMessageAndRestsAgain() throws Exception {
        LineControl line = stand.find(LineControl.class, "line");
        SessionStand.await(() -> !line.animatingProperty().get());
        session.hear(1, "Ada", "hello", MORNING);
        SessionStand.await(() -> line.animatingProperty().get());
        SessionStand.await(() -> !line.animatingProperty().get());
        assertTrue(line.getAccessibleText().startsWith("Line from Bob to Ada. Connected."), line.getAccessibleText());
    }

    @Test
    void aLostConnectionIsTriedAgainWithAClick(FxRobot robot) throws Exception {
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        session.tell(new SessionEvent.Retrying(Duration.ofSeconds(30)));
        SessionStand.await(() -> stand.scene.getRoot().lookup("#tryNowButton").isVisible());
        robot.clickOn("#tryNowButton");
        assertEquals(1, session.triedNow);
        robot.clickOn("#composerField").write("kept").push(KeyCode.ENTER);
        assertEquals(List.of("kept"), session.said);
    }

    @Test
    void theWordsAreComparedAtTheLock(FxRobot robot) throws Exception {
        session.securities.put(1, FakeSession.secured(Security.Level.NOT_COMPARED, "maple", "orbit", "candle"));
        session.tell(new SessionEvent.MembersChanged(session.members()));
        SessionStand.await(() -> lock().isVisible());
        assertEquals("Private, not compared", lock().getText());
        robot.clickOn("#lockButton").clickOn("#sameWordsButton");
        assertEquals(List.of(1), session.compared);
        assertEquals("Private, compared", lock().getText());
    }

    private Button lock() {
        return stand.find(Button.class, "lockButton");
    }

    @Test
    void whatWasNotSentIsCopied(FxRobot robot) throws Exception {
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        robot.write("late").push(KeyCode.ENTER);
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        SessionStand.await(() -> stand.scene.getRoot().lookup("#copyUnsent").isVisible());
        robot.clickOn("#copyUnsent");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("late", copied[0]);
    }

    @Test
    void afterTheEndOneGoesBackWithAClick(FxRobot robot) throws Exception {
        boolean[] left = {false};
        robot.interact(() -> stand.view.setOnLeave(() -> left[0] = true));
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        SessionStand.await(() -> stand.scene.getRoot().lookup("#backButton").isVisible());
        robot.clickOn("#backButton");
        assertTrue(left[0]);
    }
}
