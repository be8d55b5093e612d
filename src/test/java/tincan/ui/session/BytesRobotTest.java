package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.trace.Direction;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Tap;
import tincan.trace.TraceEvent;
import tincan.ui.Png;
import tincan.ui.Screenshot;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.VoicePacket;

/// From a message to its bytes, and from a row of the log to its message.
@ExtendWith(ApplicationExtension.class)
class BytesRobotTest {
    private FakeSession session;
    private SessionStand stand;
    private Tap tap;
    private int read;

    @Start
    void open(Stage stage) {
        session = FakeSession.guest();
        stand = new SessionStand(session, SessionStand.Look.DAY, 1280, 800, Optional.empty());
        tap = new Tap(session.log, "line-1");
        stand.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stand.view::close);
    }

    /// Ada says something: its frame is read, and the message arrives.
    private void hear(String words) throws IOException {
        long seq = session.seq + 1;
        String body = "{\"seq\":" + seq + ",\"type\":\"said\",\"member\":1,\"id\":" + seq + ",\"text\":\"" + words
                + "\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[5 + bytes.length];
        frame[3] = (byte) (bytes.length + 1);
        frame[4] = 5;
        System.arraycopy(bytes, 0, frame, 5, bytes.length);
        tap.read(new ByteArrayInputStream(frame), new byte[frame.length], 0, frame.length);
        tap.frame(new TraceEvent.Framed(Direction.IN, "ENTRY", Layer.WIRE, new Span(read, frame.length), body,
                new Subject(seq, seq, 1)));
        read += frame.length;
        session.hear(1, "Ada", words, FakeSession.MORNING);
    }

    private TableView<?> table() {
        return stand.find(TableView.class, "logTable");
    }

    private Node bubble(int message) {
        return (Node) stand.scene.getRoot().lookupAll(".message-words").stream().sorted(
                java.util.Comparator.comparingDouble(node -> node.localToScene(0, 0).getY())).toList().get(message);
    }

    private Set<Node> marked() {
        return Set.copyOf(table().lookupAll(".table-row-cell").stream()
                .filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked"))).toList());
    }

    private static boolean traced(Node bubble) {
        for (Node node = bubble; node != null; node = node.getParent()) {
            if (node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("traced"))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aClickOnAMessageLeadsToItsBytes(FxRobot robot) throws Exception {
        hear("first");
        hear("second");
        stand.awaitRows(3);
        SessionStand.await(() -> table().getItems().size() == 4);
        robot.interact(stand.view::toggleLog);

        robot.clickOn(bubble(0));
        SessionStand.await(() -> marked().size() == 2);
        assertTrue(stand.view.logShownProperty().get());
        assertEquals(2, table().lookupAll(".log-way").stream()
                .filter(cell -> cell instanceof Labeled way && "◆ <<".equals(way.getText())).count());
        assertTrue(traced(bubble(0)));
        assertFalse(traced(bubble(1)));
        assertFalse(table().isFocused());
        String story = stand.find(Label.class, "logTrailWords").getText();
        assertTrue(story.startsWith("The host numbered it 1 at "), story);
        shoot(robot, "log-trail");

        robot.clickOn("#logViewBytes");
        assertEquals("ENTRY · 61 bytes at byte 0 of line-1, in", stand.find(Label.class, "bytesHeading").getText());
        robot.interact(() -> stand.find(ListView.class, "bytesList").requestFocus());
        robot.type(KeyCode.RIGHT, 2);
        assertEquals("kind: ENTRY (5)", stand.find(Label.class, "bytesPart").getText());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("05", copied[0]);
        shoot(robot, "bytes-frame");
        robot.clickOn("#logTrailClose");
        assertFalse(traced(bubble(0)));
    }

    @Test
    void enterOnAMessageShowsItsBytesToo(FxRobot robot) throws Exception {
        hear("first");
        stand.awaitRows(2);
        robot.interact(() -> {
            ListView<?> list = stand.find(ListView.class, "conversationList");
            list.getSelectionModel().select(1);
            list.requestFocus();
        });
        robot.type(KeyCode.ENTER);
        SessionStand.await(() -> marked().size() == 2);
        assertEquals("conversationList", stand.scene.getFocusOwner().getId());
    }

    @Test
    void aClickOnARowLeadsToItsMessage(FxRobot robot) throws Exception {
        for (int i = 0; i < 60; i++) {
            hear("message " + i);
        }
        stand.awaitRows(61);
        SessionStand.await(() -> table().getItems().size() == 120);
        robot.interact(() -> table().scrollTo(0));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(table().lookupAll(".table-row-cell").stream()
                .filter(row -> row.getLayoutY() == 0).findFirst().orElseThrow());
        SessionStand.await(
                () -> stand.scene.getRoot().lookupAll(".message-words").stream().anyMatch(BytesRobotTest::traced));
        assertTrue(traced(bubble(0)) || traced(bubble(1)), "the first message is in view and marked");
    }

    @Test
    void ofAVoicePacketEachFieldHasItsGroundAndItsName(FxRobot robot) throws Exception {
        VoicePacket packet = new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.FIRST | VoicePacket.DUPLEX, 2, 0, 40,
                19_200, List.of(noise(42), noise(38)));
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            byte[] bytes = PacketCodec.encode(packet);
            new Tap(session.log, "voice", _ -> new tincan.trace.Label("VOICE", 2, 40)).send(socket,
                    new DatagramPacket(bytes, bytes.length, socket.getLocalSocketAddress()));
        }
        SessionStand.await(() -> table().getItems().size() == 1);
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().select(0);
        });
        robot.type(KeyCode.DOWN);
        robot.clickOn("#logViewBytes");
        SessionStand.await(() -> !stand.find(ListView.class, "bytesList").getItems().isEmpty());
        robot.interact(() -> stand.find(ListView.class, "bytesList").requestFocus());
        robot.type(KeyCode.RIGHT, 3);

        assertEquals("sender: member 2", stand.find(Label.class, "bytesPart").getText());
        List<Background> grounds = Stream
                .of("packet-type", "packet-flags", "sender", "turn", "packet-number", "timestamp", "packet-length",
                        "sound", "earlier-sound")
                .map(role -> ((Region) stand.scene.getRoot().lookup(".part-ground.part-" + role)).getBackground())
                .toList();
        assertEquals(grounds.size(), Set.copyOf(grounds).size());
        shoot(robot, "bytes-voice");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private void shoot(FxRobot robot, String name) throws IOException {
        javafx.scene.image.Image[] image = new javafx.scene.image.Image[1];
        robot.interact(() -> image[0] = Screenshot.of(stand.scene));
        new Png(image[0]).write(java.nio.file.Path.of("target", "screenshots", name + ".png"));
    }
}
