package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.session.RecordedSession;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.lab.LabClient;
import tincan.lab.LabServer;
import tincan.lab.Lesson;
import tincan.lab.LineConsole;
import tincan.lab.ServerOptions;
import tincan.lab.lesson.Lessons;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.ListeningSocket;
import tincan.lab.socket.Place;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Tap;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.Probe;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// What Wireshark makes of our packets. Sessions and sockets are real ones.
@Timeout(120)
final class PcapNgTest {
    private static final String WRONG = "_ws.malformed || tcp.checksum.status == \"Bad\" || ip.checksum.status == \"Bad\""
            + " || udp.checksum.status == \"Bad\" || tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment"
            + " || tcp.analysis.out_of_order || tcp.analysis.retransmission || tcp.analysis.duplicate_ack";

    @TempDir
    private Path folder;

    private Tshark read(Recording recording) throws IOException {
        Path file = folder.resolve("a.pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            PcapNg.write(recording, out);
        }
        return new Tshark(file);
    }

    private static byte[] kept(Recording.End end, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Payload.Piece piece : end.bytes().pieces()) {
            if (piece.stream().equals(new ByteStream("line-1", direction, Layer.WIRE))) {
                all.writeBytes(piece.bytes());
            }
        }
        return all.toByteArray();
    }

    /// The frames that an end read, by name.
    private static List<String> names(Recording.End end) {
        return end.events().stream().filter(event -> event.direction() == Direction.IN)
                .map(TraceEvent::what).filter(Framed.class::isInstance).map(what -> ((Framed) what).kind()).sorted()
                .toList();
    }

    private static void assertComplete(Recording.End end) {
        long written = end.events().stream()
                .filter(event -> event.what() instanceof TraceEvent.Moved moved && moved.call() == SocketCall.WRITE)
                .mapToLong(event -> event.what().bytes()).sum();
        assertEquals(written, kept(end, Direction.OUT).length, "bytes written at " + end.name());
    }

    @Test
    void aSessionSeenByBothEndsIsWrittenOnceAndEveryByteOfItIsThere() throws Exception {
        Recording recording = RecordedSession.of(200);
        Recording.End host = recording.ends().getFirst();
        Recording.End guest = recording.ends().getLast();
        recording.ends().forEach(PcapNgTest::assertComplete);
        Tshark tshark = read(recording);
        assertEquals(List.of(), tshark.fields(WRONG, "frame.number", "_ws.col.Info"));
        assertEquals(List.of(List.of("0")),
                tshark.fields("tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.stream"));
        assertEquals(2, tshark.fields("tcp.flags.fin == 1", "frame.number").size());
        List<byte[]> sides = tshark.stream("tcp", 0);
        assertArrayEquals(kept(guest, Direction.OUT), sides.getFirst());
        assertArrayEquals(kept(host, Direction.OUT), sides.getLast());
        assertEquals(Stream.concat(names(host).stream(), names(guest).stream()).sorted().toList(),
                tshark.fields("tincan", "tincan.name").stream()
                        .flatMap(row -> Stream.of(row.getFirst().split(","))).sorted().toList());
        assertTrue(tshark.fields("tincan && !json", "tincan.name").isEmpty(), "the bodies are shown as JSON");
        assertTrue(tshark.fields("tincan.name == \"SAY\"", "_ws.col.Protocol", "_ws.col.Info").stream()
                .allMatch(row -> row.getFirst().equals("TINCAN") && row.getLast().contains("SAY")));
    }

    @Test
    void oneEndAloneTellsBothWays() throws Exception {
        Recording both = RecordedSession.of(20);
        for (Recording.End end : both.ends()) {
            Tshark tshark = read(new Recording(List.of(end)));
            assertEquals(List.of(), tshark.fields(WRONG, "frame.number", "_ws.col.Info"), end.name());
            List<byte[]> sides = tshark.stream("tcp", 0);
            boolean isHost = end.name().equals("host");
            assertArrayEquals(kept(end, Direction.OUT), sides.get(isHost ? 1 : 0));
            assertArrayEquals(kept(end, Direction.IN), sides.get(isHost ? 0 : 1));
        }
    }

    @Test
    void aPrivateSessionIsTls() throws Exception {
        Recording recording = RecordedSession.inPrivate(3);
        Tshark tshark = read(recording);
        assertEquals(List.of(), tshark.fields(WRONG, "frame.number", "_ws.col.Info"));
        assertTrue(!tshark.fields("tls.handshake.type == 1", "frame.number").isEmpty(), "a hello is seen");
        assertEquals(List.of(), tshark.fields("tincan", "frame.number"));
    }

    /// The same, as if the host had been at the port that the dissector knows.
    private static Recording atTheUsualPort(Recording recording) {
        return new Recording(recording.ends().stream().map(end -> {
            Map<String, Ends> connections = new LinkedHashMap<>();
            end.connections().forEach((name, between) -> connections.put(name, between.side() == Ends.Side.SERVER
                    ? new Ends(usual(between.local()), between.remote(), between.side())
                    : new Ends(between.local(), usual(between.remote()), between.side())));
            return new Recording.End(end.name(), end.ahead(), end.events(), connections, end.bytes());
        }).toList());
    }

    private static InetSocketAddress usual(InetSocketAddress address) {
        return new InetSocketAddress(address.getAddress(), 8_462);
    }

    @Test
    void atTheUsualPortFramesAndTlsAndPlainLinesAreToldApart() throws Exception {
        Tshark open = read(atTheUsualPort(RecordedSession.of(2)));
        assertTrue(open.fields("tincan.name", "tincan.name").getFirst().contains("HELLO"));
        assertEquals(List.of(), open.fields(WRONG, "frame.number"));
        Tshark secure = read(atTheUsualPort(RecordedSession.inPrivate(1)));
        assertTrue(!secure.fields("tls.handshake.type == 1", "frame.number").isEmpty(), "TLS is TLS");
        assertEquals(List.of(), secure.fields(WRONG, "frame.number"));
        EventLog log = EventLog.usual();
        Tap tap = new Tap(log, "line-1");
        tap.connected(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 50_000),
                new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 8_462), Ends.Side.CLIENT);
        tap.write(OutputStream.nullOutputStream(), "hello\n".getBytes(StandardCharsets.UTF_8), 0, 6);
        assertEquals(List.of(List.of("LINE")), read(Recording.of("nc", log)).fields("tcp.len > 0", "_ws.col.Info"));
    }

    @Test
    void inAnOpenLessonVoiceIsReadable() throws Exception {
        Tshark tshark = read(RecordedSession.spoken());
        assertEquals(List.of(), tshark.fields(WRONG + " || _ws.lua", "frame.number", "_ws.col.Info"));
        List<List<String>> voice = tshark.fields("tincan_voice.type == 1", "tincan_voice.sender",
                "tincan_voice.clear", "tincan_voice.turn", "tincan_voice.duplex");
        assertEquals(Set.of(List.of("2", "1", "0", "1")), Set.copyOf(voice));
        assertEquals(List.of(), tshark.fields("tincan_voice.type == 1 && !tincan_voice.sound", "frame.number"));
        assertTrue(!tshark.fields("tincan_voice.type == 2 && tincan_voice.sealed && tincan_voice.tag", "frame.number")
                .isEmpty(), "pings are sealed");
        assertTrue(tshark.fields("tincan_voice", "_ws.col.Protocol", "_ws.col.Info").stream()
                .allMatch(row -> row.getFirst().equals("TINCAN") && row.getLast().contains(" of member ")));
        assertEquals(List.of(), tshark.fields("udp && !tincan_voice", "frame.number"));
    }

    @Test
    void inPrivateOnlyTheHeaderOfVoiceIs() throws Exception {
        Tshark tshark = read(RecordedSession.spokenInPrivate());
        assertEquals(List.of(), tshark.fields(WRONG + " || _ws.lua", "frame.number", "_ws.col.Info"));
        assertEquals(Set.of(List.of("2", "0")),
                Set.copyOf(tshark.fields("tincan_voice.type == 1", "tincan_voice.sender", "tincan_voice.clear")));
        assertEquals(List.of(), tshark.fields("tincan_voice.sound || tincan_voice.stamp || tincan_voice.about",
                "frame.number"));
        assertEquals(List.of(), tshark.fields("udp && !tincan_voice.sealed", "frame.number"));
    }

    /// Datagrams that went from this port to another one, as a log has them.
    private static Recording datagrams(int port, List<byte[]> datagrams) {
        EventLog log = EventLog.usual();
        InetSocketAddress peer = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 50_000);
        log.connected("voice",
                new Ends(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), port), peer, Ends.Side.SERVER));
        long at = 0;
        for (byte[] datagram : datagrams) {
            log.payload().restore(new ByteStream("voice", Direction.OUT, Layer.WIRE), at, datagram);
            log.append("voice", new TraceEvent.Datagram(SocketCall.SEND_TO, 0, new Span(at, datagram.length),
                    Duration.ofNanos(1), peer, Label.NONE));
            at += datagram.length;
        }
        return Recording.of("host", log);
    }

    @Test
    void everyFieldOfAPacketHasItsName() throws Exception {
        VoicePacket said = new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.FIRST | VoicePacket.LAST, 3, 7, -2, -3,
                List.of(new byte[]{1, 2, 3}, new byte[0], new byte[]{4}));
        Tshark tshark = read(datagrams(8_462, List.of(PacketCodec.encode(said),
                PacketCodec.encode(VoicePacket.of(VoicePacket.Type.PONG, 1, 5, new Probe(10, 11).toBytes())),
                PacketCodec.encode(VoicePacket.of(VoicePacket.Type.REPORT, 2, 6, new Report(3, 50, 48, 2)
                        .toBytes())))));
        assertEquals(List.of(
                List.of("1", "1", "0", "2", "1", "0", "1", "1", "3", "7", "4294967294", "4294967293", "3,0,1",
                        "010203", "04"),
                List.of("1", "3", "0", "0", "1", "0", "0", "0", "1", "0", "5", "0", "16", "", ""),
                List.of("1", "4", "0", "0", "1", "0", "0", "0", "2", "0", "6", "0", "8", "", "")),
                tshark.fields("udp", "tincan_voice.version", "tincan_voice.type", "tincan_voice.keys",
                        "tincan_voice.further", "tincan_voice.clear", "tincan_voice.duplex", "tincan_voice.last",
                        "tincan_voice.first", "tincan_voice.sender", "tincan_voice.turn", "tincan_voice.number",
                        "tincan_voice.time", "tincan_voice.length", "tincan_voice.sound", "tincan_voice.earlier"));
        assertEquals(List.of(List.of("0x000000000000000a", "0x000000000000000b")),
                tshark.fields("tincan_voice.stamp", "tincan_voice.stamp", "tincan_voice.place"));
        assertEquals(List.of(List.of("3", "50", "48", "2")), tshark.fields("tincan_voice.about",
                "tincan_voice.about", "tincan_voice.sent", "tincan_voice.received", "tincan_voice.lost"));
    }

    /// At the usual port, where each datagram is looked at, and elsewhere, where only some are taken for ours.
    @Test
    void brokenAndForeignDatagramsAreNotTakenForVoice() throws Exception {
        List<byte[]> broken = new ArrayList<>(List.of("hello".getBytes(StandardCharsets.UTF_8), new byte[0]));
        VoicePacket said = new VoicePacket(VoicePacket.Type.VOICE, 0, 3, 7, 1, 2,
                List.of(new byte[]{1, 2, 3}, new byte[]{4}));
        for (VoicePacket packet : List.of(said,
                VoicePacket.of(VoicePacket.Type.REPORT, 3, 1, new Report(1, 9, 9, 0).toBytes()))) {
            byte[] whole = PacketCodec.encode(packet);
            for (int length = 1; length < whole.length; length++) {
                broken.add(Arrays.copyOf(whole, length));
            }
            broken.add(Arrays.copyOf(whole, whole.length + 1));
        }
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] garbage = new byte[random.nextInt(100)];
            random.nextBytes(garbage);
            if (garbage.length > 0) {
                garbage[0] = (byte) random.nextInt(16);
            }
            broken.add(garbage);
        }
        for (int port : List.of(8_462, 9_000)) {
            Tshark tshark = read(datagrams(port, broken));
            assertEquals(broken.size(), tshark.fields("udp", "frame.number").size());
            assertEquals(List.of(), tshark.fields("tincan_voice || _ws.lua || _ws.malformed", "frame.number"));
        }
    }

    /// Where datagrams do not get through they stand in frames.
    @Test
    void aPacketInAFrameIsReadable() throws Exception {
        byte[] said = PacketCodec.encode(new VoicePacket(VoicePacket.Type.VOICE, 0, 3, 7, 1, 2, List.of(new byte[9])));
        EventLog log = EventLog.usual();
        Tap tap = new Tap(log, "line-1");
        tap.connected(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 50_000),
                new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 8_462), Ends.Side.CLIENT);
        for (byte[] packet : List.of(said, Arrays.copyOf(said, 20), new byte[0])) {
            byte[] frame = FrameWriter.bytes(new Frame.Packet(packet));
            tap.write(OutputStream.nullOutputStream(), frame, 0, frame.length);
        }
        Tshark tshark = read(Recording.of("guest", log));
        assertEquals(List.of("PACKET", "PACKET", "PACKET"),
                tshark.fields("tincan", "tincan.name").stream().map(List::getFirst).toList());
        assertEquals(List.of(List.of("3", "7")),
                tshark.fields("tincan_voice", "tincan_voice.sender", "tincan_voice.turn"));
        assertEquals(List.of(), tshark.fields("_ws.lua || _ws.malformed", "frame.number"));
    }

    /// What was dropped from the beginning of a stream is missing, and nothing stands in for it.
    @Test
    void bytesThatAreNoLongerKeptAreAGap() throws Exception {
        EventLog log = new EventLog(1_000, 2_000, InstantSource.system());
        Tap tap = new Tap(log, "line-1");
        InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("fd00::1"), 50_000);
        tap.connected(here, new InetSocketAddress(InetAddress.ofLiteral("fd00::2"), 9_000), Ends.Side.CLIENT);
        tap.called(SocketCall.CONNECT, "");
        byte[] all = new byte[2_400];
        for (int i = 0; i < 8; i++) {
            Arrays.fill(all, i * 300, i * 300 + 300, (byte) ('a' + i));
            tap.write(OutputStream.nullOutputStream(), all, i * 300, 300);
        }
        Tshark tshark = read(Recording.of("guest", log));
        List<List<String>> data = tshark.fields("tcp.len > 0", "tcp.seq", "tcp.len", "ipv6.dst");
        assertEquals(List.of("1201", "300", "fd00::2"), data.getFirst());
        assertEquals(List.of("2101", "300", "fd00::2"), data.getLast());
        assertEquals(4, data.size());
        assertEquals(List.of(), tshark.fields("_ws.malformed || tcp.checksum.status == \"Bad\"", "frame.number"));
    }

    @Test
    void aResetEndsAConnection() throws Exception {
        EventLog log = EventLog.usual();
        Tap tap = new Tap(log, "line-1");
        InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 50_000);
        tap.connected(here, new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 9_000), Ends.Side.CLIENT);
        tap.called(SocketCall.CONNECT, "");
        tap.begin(SocketCall.READ, "").failed(new IOException("Connection reset"));
        tap.called(SocketCall.CLOSE, "");
        Tshark tshark = read(Recording.of("guest", log));
        assertEquals(List.of(List.of("10.0.0.2")), tshark.fields("tcp.flags.reset == 1", "ip.src"));
        assertEquals(List.of(), tshark.fields("tcp.flags.fin == 1", "ip.src"));
    }

    @Test
    void datagramsAreThereOnceWithTheirAddressesAndBytes() throws Exception {
        List<String> words = List.of("one", "你好", "", "x".repeat(20_000));
        Recording recording = echo(words);
        Tshark tshark = read(recording);
        assertEquals(List.of(), tshark.fields(WRONG, "frame.number"));
        List<List<String>> ports = tshark.fields("udp", "udp.srcport", "udp.dstport", "udp.length");
        List<List<String>> expected = new ArrayList<>();
        InetSocketAddress server = recording.ends().getFirst().connections().get("echo").local();
        InetSocketAddress client = recording.ends().getLast().connections().get("asker").local();
        for (String word : words) {
            int length = 8 + word.getBytes(StandardCharsets.UTF_8).length;
            expected.add(List.of("" + client.getPort(), "" + server.getPort(), "" + length));
            expected.add(List.of("" + server.getPort(), "" + client.getPort(), "" + length));
        }
        assertEquals(expected, ports);
        byte[] sent = String.join("", words).getBytes(StandardCharsets.UTF_8);
        tshark.stream("udp", 0).forEach(side -> assertArrayEquals(sent, side));
        assertEquals(expected, read(new Recording(recording.ends().subList(1, 2))).fields("udp", "udp.srcport",
                "udp.dstport", "udp.length"), "the same from one end");
    }

    /// Both ends of a real UDP echo on this computer.
    private static Recording echo(List<String> words) throws IOException {
        EventLog atServer = EventLog.usual();
        EventLog atClient = EventLog.usual();
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket server = new DatagramSocket(0, here); DatagramSocket client = new DatagramSocket(0, here)) {
            server.setSoTimeout(30_000);
            client.setSoTimeout(30_000);
            InetSocketAddress serverAddress = (InetSocketAddress) server.getLocalSocketAddress();
            InetSocketAddress clientAddress = (InetSocketAddress) client.getLocalSocketAddress();
            Tap echo = new Tap(atServer, "echo");
            Tap asker = new Tap(atClient, "asker");
            echo.connected(serverAddress, clientAddress, Ends.Side.SERVER);
            asker.connected(clientAddress, serverAddress, Ends.Side.CLIENT);
            for (String word : words) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                asker.send(client, new DatagramPacket(bytes, bytes.length, serverAddress));
                DatagramPacket packet = new DatagramPacket(new byte[65_507], 65_507);
                echo.receive(server, packet);
                echo.send(server, packet);
                asker.receive(client, new DatagramPacket(new byte[65_507], 65_507));
            }
        }
        return new Recording(List.of(Recording.End.of("server", Duration.ZERO, atServer),
                Recording.End.of("client", Duration.ZERO, atClient)));
    }

    /// A lesson has both ends in one log.
    @Test
    void aConnectionWhoseEndsAreInOneLogIsThereOnce() throws Exception {
        EventLog log = EventLog.usual();
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Sockets sockets = new Sockets(log)) {
            ListeningSocket listening = sockets.listen("server", here, ListenOptions.USUAL);
            StreamSocket client = sockets.connect("client-1", listening.address(), StreamOptions.USUAL);
            client.sendAll("Hello".getBytes(StandardCharsets.UTF_8));
            listening.accept().recv(1024);
        }
        Tshark tshark = read(Recording.of("lab", log));
        assertEquals(List.of(), tshark.fields(WRONG, "frame.number", "_ws.col.Info"));
        assertEquals(List.of(List.of("5")), tshark.fields("tcp.len > 0", "tcp.len"));
    }

    @Test
    void aLessonOfDatagramsIsThereDatagramByDatagram() throws Exception {
        EventLog log = EventLog.usual();
        Lesson lesson = new Lessons(folder, Clock.systemUTC()).named("udp-echo").orElseThrow();
        BlockingQueue<String> came = new LinkedBlockingQueue<>();
        LineConsole console = new LineConsole(new LineConsole.Screen() {
            @Override
            public void printed(String text) {
                came.add(text);
            }

            @Override
            public void told(String key, Object... values) {
                came.add(key);
            }
        });
        try (Sockets sockets = new Sockets(log);
                LabServer server = LabServer.start(lesson,
                        ServerOptions.at(0).withPlace(new Place.Port("127.0.0.1", 0)), sockets, console);
                LabClient client = LabClient.start(lesson, "client-1", server.place(), lesson.clientOptions(), sockets,
                        console)) {
            for (String word : List.of("one", "two", "bye")) {
                console.type(word);
                assertEquals(word, came.poll(30, TimeUnit.SECONDS));
            }
            client.ended().join();
            server.awaitEnd();
        }
        Tshark tshark = read(Recording.of("lab", log));
        assertEquals(List.of(), tshark.fields(WRONG, "frame.number", "_ws.col.Info"));
        assertEquals(6, tshark.fields("udp.length == 11", "udp.length").size());
        assertEquals(6, tshark.fields("udp", "udp.length").size());
        tshark.stream("udp", 0).forEach(side -> assertEquals("onetwobye", new String(side, StandardCharsets.UTF_8)));
    }
}
