package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.Probe;
import tincan.voice.packet.VoicePacket;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Refusal;

/// A client of its own making takes part in the voice of an open lesson, by the rules of `docs/protocol.md` and
/// against them.
@Timeout(60)
final class VoiceDoorTest {
    private final Ear ear = new Ear();
    private final List<AutoCloseable> open = new ArrayList<>();
    private HostSession host;

    @BeforeEach
    void openTheLesson() throws Exception {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH)).onLoopback(),
                EventLog.off());
        host.start(ear);
        open.add(host);
        host.joinVoice(HeldSound.silent());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whoHasShownWhereItIsIsHeard() throws Exception {
        Client client = new Client();
        int port = client.joinVoice();

        client.send(port, client.voice(0));
        client.send(port, client.ping());
        assertEquals(VoicePacket.Type.PONG, client.receive().type());
        assertEquals(Set.of(), host.voice().orElseThrow().talkers(), "it was heard before it had shown where it is");

        client.send(port, client.voice(1));
        ear.await(_ -> host.voice().orElseThrow().talkers().equals(Set.of(client.member())), "its voice");
    }

    @Test
    void nobodySpeaksInTheNameOfAnother() throws Exception {
        Client client = new Client();
        int port = client.joinVoice();
        client.send(port, client.ping());
        client.receive();
        Client thief = new Client();
        thief.joinVoice();

        thief.send(port, client.voice(0));
        thief.send(port, thief.ping());
        thief.receive(); // what it sent before was dealt with

        assertEquals(Set.of(), host.voice().orElseThrow().talkers());
    }

    @Test
    void aConnectionForPacketsIsForWhoTakesPart() throws Exception {
        Client client = new Client();
        assertRefused(client.connect(client.welcome.key()));
        client.joinVoice();
        assertRefused(client.connect("no such key"));

        Client beside = client.connect(client.welcome.key());
        assertInstanceOf(Frame.Welcome.class, beside.next());
        beside.line.send(new Frame.Packet(client.ping()));
        Frame.Packet answer = assertInstanceOf(Frame.Packet.class, beside.next());
        assertEquals(VoicePacket.Type.PONG, packet(answer.bytes()).type());
    }

    private static void assertRefused(Client client) throws Exception {
        assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, client.next()).code());
    }

    /// Keys change with everybody who comes; in an open lesson only their number does.
    private static VoicePacket packet(byte[] datagram) {
        return PacketCodec.decode(datagram).orElseThrow();
    }

    /// A client, or another connection of one.
    private final class Client {
        private final Socket socket = new Socket("127.0.0.1", host.port());
        private final Line line = new Line(Transport.plain(socket), Tap.off(), FrameReader.MAX_LENGTH);
        private final DatagramSocket datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private Frame.Welcome welcome;
        private int generation;
        private int pings;

        private Client(Frame.Hello hello) throws IOException {
            open.add(socket);
            open.add(datagrams);
            datagrams.setSoTimeout(30_000);
            line.send(hello);
        }

        Client() throws Exception {
            this(new Frame.Hello(1, "Mallory", Optional.empty()));
            welcome = assertInstanceOf(Frame.Welcome.class, next());
        }

        int member() {
            return welcome.member();
        }

        Frame next() throws IOException, BrokenFrame {
            return line.firstFrame(System.nanoTime() + TimeUnit.SECONDS.toNanos(30))
                    .orElseThrow(() -> new IOException("the stream ended"));
        }

        /// @return the host's port for datagrams
        int joinVoice() throws IOException, BrokenFrame {
            line.send(new Frame.VoiceJoin(true));
            while (true) {
                if (next() instanceof Frame.VoiceKeys keys) {
                    assertEquals("", keys.secret());
                    generation = keys.generation();
                    return keys.port();
                }
            }
        }

        Client connect(String key) throws IOException {
            return new Client(new Frame.Hello(1, "Mallory",
                    Optional.of(new Frame.Return(welcome.session(), member(), key, 0)), Frame.Purpose.VOICE));
        }

        VoicePacket probe() {
            return VoicePacket.of(VoicePacket.Type.PING, member(), pings++, new Probe(17).toBytes());
        }

        byte[] ping() {
            return of(probe());
        }

        byte[] voice(int seq) {
            return of(new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.DUPLEX, member(), 0, seq, seq * 480,
                    List.of(new byte[]{0x48, 1, 2, 3})));
        }

        /// As it goes out, with the number of the keys in it.
        private byte[] of(VoicePacket packet) {
            byte[] bytes = PacketCodec.encode(packet);
            bytes[1] |= (byte) (generation << 6);
            return bytes;
        }

        void send(int port, byte[] bytes) throws IOException {
            datagrams.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }

        VoicePacket receive() throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            datagrams.receive(packet);
            return packet(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }
}
