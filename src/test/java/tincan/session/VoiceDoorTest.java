package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.trace.Tap;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Opener;
import tincan.voice.packet.PacketCodec;
import tincan.voice.packet.Probe;
import tincan.voice.packet.Sealer;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Refusal;

/// A client of its own making takes part in the voice of an open lesson, by the rules of `docs/protocol.md` and
/// against them.
@Timeout(60)
final class VoiceDoorTest {
    private VoiceStand stand;

    @BeforeEach
    void openTheLesson() throws Exception {
        stand = new VoiceStand(Privacy.OPEN, Mode.CHAT, HeldSound.silent());
        stand.ada.joinVoice(VoicePath.DATAGRAMS);
    }

    @AfterEach
    void closeAll() throws Exception {
        stand.close();
    }

    @Test
    void whoHasShownWhereItIsIsHeard() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        together(listener, client);
        listener.show();

        client.send(client.voice(0));
        long number = client.ask(0);
        client.send(client.voice(1));
        assertEquals(number, client.ask(number));
        listener.hearsNothing();

        client.send(client.voice(2));
        listener.hears(client, 2);
        stand.ada.ear.await(_ -> stand.ada.voice().talkers().equals(Set.of(client.member())), "its voice");
    }

    @Test
    void theLastOfABurstIsSentThreeTimes() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        together(listener, client);
        listener.show();
        client.show();

        client.send(client.of(new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.DUPLEX | VoicePacket.LAST,
                client.member(), 0, 0, 0, List.of(new byte[]{0x48, 1, 2, 3}))));
        for (int copy = 0; copy < 3; copy++) {
            listener.hears(client, 0);
        }
        client.send(client.voice(1));
        listener.hears(client, 1);
    }

    /// It might have written the address of somebody else on its pings.
    @Test
    void nothingIsSentToWhoHasNotShownThatItGetsIt() throws Exception {
        Client listener = new Client();
        Client elsewhere = new Client();
        Client client = new Client();
        together(listener, elsewhere, client);
        elsewhere.ask(0);
        listener.show();
        client.show();

        client.send(client.voice(0));
        listener.hears(client, 0);

        elsewhere.hearsNothing();
        long number = elsewhere.ask(0);
        assertNotEquals(0, number);
        elsewhere.ask(number);
        client.send(client.voice(1));
        elsewhere.hears(client, 1);
    }

    @Test
    void nobodySpeaksInTheNameOfAnother() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        Client thief = new Client();
        together(listener, client, thief);
        listener.show();
        client.show();
        thief.show();

        thief.send(client.voice(0));
        listener.hearsNothing();
        client.send(client.voice(0)); // the same number: what the thief sent does not count as the client's
        listener.hears(client, 0);
    }

    @Test
    void nobodyAsksInTheNameOfAnother() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        Client thief = new Client();
        together(listener, client, thief);
        listener.show();
        client.show();
        thief.show();
        VoicePacket ping = VoicePacket.of(VoicePacket.Type.PING, client.member(), -1, new Probe(17, 0).toBytes());

        thief.send(thief.of(ping));
        thief.send(thief.keys.sealer(client.member()).seal(ping));
        thief.hearsNothing(); // not even an answer
        thief.send(client.voice(0));

        listener.hearsNothing();
        client.hearsNothing();
        client.send(client.voice(0));
        listener.hears(client, 0);
    }

    @Test
    void onAConnectionNobodySpeaksInTheNameOfAnother() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        Client thief = new Client();
        together(listener, client, thief);
        listener.show();
        client.show();
        thief.show();
        Client beside = thief.connect(thief.welcome.key());
        assertInstanceOf(Frame.Welcome.class, beside.next());

        beside.line.send(new Frame.Packet(client.voice(-1)));
        beside.line.send(new Frame.Packet(thief.ping(0)));
        assertInstanceOf(Frame.Packet.class, beside.next());

        listener.hearsNothing();
        client.send(client.voice(0)); // its numbers are not used up
        listener.hears(client, 0);
    }

    @Test
    void whereEverybodyMayTalkNothingIsOfATurn() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        together(listener, client);
        listener.show();
        client.show();

        client.send(client.of(client.packet(7, 0)));
        listener.hearsNothing();
        client.send(client.voice(1));
        listener.hears(client, 1);
    }

    @Test
    void whoIsRemovedIsHeardNoLonger() throws Exception {
        Client listener = new Client();
        Client client = new Client();
        together(listener, client);
        listener.show();
        client.show();
        client.send(client.voice(0));
        listener.hears(client, 0);

        stand.host.controls().orElseThrow().remove(client.member()); // it does not close its connection
        client.send(client.voice(1));

        listener.hearsNothing();
    }

    @Test
    void whoJoinsAgainAndAgainChangesNoKeys() throws Exception {
        Client client = new Client();
        together(client);
        client.show();
        for (int i = 0; i < 10; i++) {
            client.line.send(new Frame.VoiceJoin(true));
        }
        for (int stamp = 1; stamp <= 2; stamp++) {
            client.line.send(new Frame.Ping(stamp));
            for (Frame frame = client.next(); !frame.equals(new Frame.Pong(stamp)); frame = client.next()) {
                if (frame instanceof Frame.VoiceKeys keys) {
                    assertEquals(client.generation, keys.generation());
                }
            }
        }
    }

    @Test
    void aConnectionForPacketsIsForWhoTakesPart() throws Exception {
        Client client = new Client();
        assertRefused(client.connect(client.welcome.key()));
        client.joinVoice();
        assertRefused(client.connect("no such key"));

        Client beside = client.connect(client.welcome.key());
        assertInstanceOf(Frame.Welcome.class, beside.next());
        beside.line.send(new Frame.Packet(client.ping(0)));
        Frame.Packet answer = assertInstanceOf(Frame.Packet.class, beside.next());
        assertEquals(VoicePacket.Type.PONG, client.open(answer.bytes()).type());
    }

    /// All take part, with the same keys.
    private static void together(Client... clients) throws IOException, BrokenFrame {
        for (Client client : clients) {
            client.joinVoice();
        }
        for (Client client : clients) {
            client.awaitKeys(clients[clients.length - 1].generation);
        }
    }

    private static void assertRefused(Client client) throws Exception {
        assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, client.next()).code());
    }

    /// A client, or another connection of one.
    private final class Client {
        private final Socket socket = stand.keep(new Socket("127.0.0.1", stand.host.port()));
        private final Line line = new Line(Transport.plain(socket), Tap.off(), FrameReader.MAX_LENGTH);
        private final DatagramSocket datagrams = stand.keep(
                new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        private Frame.Welcome welcome;
        private final List<Opener> openers = new ArrayList<>();
        private int port;
        private int generation;
        private VoiceKeys keys;
        private Sealer sealer;
        private int pings;

        private Client(Frame.Hello hello) throws IOException {
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

        void joinVoice() throws IOException, BrokenFrame {
            line.send(new Frame.VoiceJoin(true));
            awaitKeys();
        }

        private void use(Frame.VoiceKeys fresh) {
            assertEquals("", fresh.secret());
            port = fresh.port();
            generation = fresh.generation();
            keys = VoiceKeys.of(HexFormat.of().parseHex(fresh.own()), generation);
            sealer = keys.sealer(member());
            openers.add(keys.opener(Person.HOST, new Drops()));
        }

        void awaitKeys(int last) throws IOException, BrokenFrame {
            while (generation != last) {
                awaitKeys();
            }
        }

        private void awaitKeys() throws IOException, BrokenFrame {
            while (true) {
                if (next() instanceof Frame.VoiceKeys fresh) {
                    use(fresh);
                    return;
                }
            }
        }

        /// Shows where it is.
        void show() throws IOException, BrokenFrame {
            ask(ask(0));
        }

        /// @return the number that the answer tells
        long ask(long number) throws IOException, BrokenFrame {
            send(ping(number));
            VoicePacket pong = receive();
            assertEquals(VoicePacket.Type.PONG, pong.type());
            return Probe.of(pong.body()).orElseThrow().number();
        }

        /// The host deals with datagrams in order: whatever was sent before by anybody would come before the answer.
        void hearsNothing() throws IOException, BrokenFrame {
            ask(0);
        }

        void hears(Client speaker, int seq) throws IOException, BrokenFrame {
            VoicePacket voice = receive();
            assertEquals(VoicePacket.Type.VOICE, voice.type());
            assertEquals(speaker.member(), voice.slot());
            assertEquals(seq, voice.seq());
        }

        Client connect(String key) throws IOException {
            return new Client(new Frame.Hello(1, "Mallory",
                    Optional.of(new Frame.Return(welcome.session(), member(), key, 0)), Frame.Purpose.VOICE));
        }

        byte[] ping(long number) {
            return sealer.seal(VoicePacket.of(VoicePacket.Type.PING, member(), pings++,
                    new Probe(17, number).toBytes()));
        }

        byte[] voice(int seq) {
            return of(packet(0, seq));
        }

        VoicePacket packet(int burst, int seq) {
            return new VoicePacket(VoicePacket.Type.VOICE, VoicePacket.DUPLEX, member(), burst, seq, seq * 480,
                    List.of(new byte[]{0x48, 1, 2, 3}));
        }

        /// As it goes out, with the number of the keys in it.
        private byte[] of(VoicePacket packet) {
            byte[] bytes = PacketCodec.encode(packet);
            bytes[1] |= (byte) (generation << 6);
            return bytes;
        }

        void send(byte[] bytes) throws IOException {
            datagrams.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }

        VoicePacket receive() throws IOException, BrokenFrame {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            datagrams.receive(packet);
            return open(Arrays.copyOf(packet.getData(), packet.getLength()));
        }

        /// Voice is not sealed in an open lesson; answers are, with one of the keys that this client got or is getting.
        VoicePacket open(byte[] datagram) throws IOException, BrokenFrame {
            while (true) {
                Optional<VoicePacket> packet = Stream.concat(PacketCodec.decode(datagram).stream(),
                        openers.stream().flatMap(opener -> opener.open(datagram).stream())).findFirst();
                if (packet.isPresent()) {
                    return packet.get();
                }
                awaitKeys();
            }
        }
    }
}
