package tincan.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.trace.Tap;

/// TLS between two sockets, written, cut and read in all sizes.
@Timeout(60)
final class SecureChannelTest {
    private static final int LARGE = 300_000;
    private static final int SMALL = 3_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Socket host;
    private CuttingSocket guest;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            guest = new CuttingSocket(listener.getLocalPort());
            host = listener.accept();
        }
    }

    @AfterEach
    void close() throws IOException {
        guest.close();
        host.close();
        threads.shutdownNow();
    }

    @Test
    void bothEndsHaveOneSecretAndAnotherConnectionHasAnother() throws Exception {
        Ends ends = shaken();
        assertArrayEquals(ends.host.exporter(), ends.guest.exporter());
        connect();
        assertTrue(!Arrays.equals(ends.host.exporter(), shaken().host.exporter()), "the same again");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 1023, 1024, 1025, 16_384, 16_406, LARGE})
    void whatIsWrittenComesWholeHoweverTheNetworkCutsIt(int cut) throws Exception {
        guest.cut = cut;
        Ends ends = shaken();
        byte[] data = random(cut < 10 ? SMALL : LARGE);
        Future<?> writing = writing(ends.host, data);
        assertArrayEquals(data, ends.guest.in().readNBytes(data.length));
        writing.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 16_383, 16_384, 65_536})
    void whatIsReadInPiecesOfAnySizeIsTheSame(int piece) throws Exception {
        Ends ends = shaken();
        byte[] data = random(LARGE);
        Future<?> writing = writing(ends.host, data);
        byte[] read = new byte[data.length];
        for (int done = 0; done < read.length;) {
            int count = ends.guest.in().read(read, done, Math.min(piece, read.length - done));
            assertTrue(count > 0, "ended after " + done);
            done += count;
        }
        assertArrayEquals(data, read);
        writing.get();
    }

    @Test
    void bothWriteAtOnceAndNeitherWaitsForTheOther() throws Exception {
        Ends ends = shaken();
        byte[] data = random(LARGE);
        Future<byte[]> read = threads.submit(() -> ends.host.in().readNBytes(LARGE));
        Future<?> writing = writing(ends.host, data);
        Future<?> answering = writing(ends.guest, data);
        assertArrayEquals(data, ends.guest.in().readNBytes(LARGE));
        assertArrayEquals(data, read.get());
        writing.get();
        answering.get();
    }

    @Test
    void whatWasWrittenBeforeTheEndIsReadAndTheOtherDirectionStaysOpen() throws Exception {
        Ends ends = shaken();
        ends.host.out().write("the last words".getBytes(StandardCharsets.UTF_8));
        ends.host.endOutput();
        assertEquals("the last words", new String(ends.guest.in().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(-1, ends.guest.in().read());
        ends.guest.out().write(7);
        assertEquals(7, ends.host.in().read());
        assertThrows(SSLException.class, () -> ends.host.out().write(8));
    }

    @Test
    void aConnectionThatJustStopsHasEnded() throws Exception {
        Ends ends = shaken();
        host.close();
        assertEquals(-1, ends.guest.in().read());
    }

    @Test
    void aByteThatWasChangedOnTheWayIsNotedAndNothingOfItsRecordIsRead() throws Exception {
        Ends ends = shaken();
        ends.host.out().write(random(SMALL));
        assertEquals(SMALL, ends.guest.in().readNBytes(SMALL).length);
        guest.changed = true;
        ends.host.out().write(random(SMALL));
        assertThrows(SSLException.class, () -> ends.guest.in().read(new byte[SMALL]));
    }

    @Test
    void anAnswerInPlainTextIsNoTls() throws Exception {
        host.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        SSLException failure = assertThrows(SSLException.class, () -> SecureChannel.asGuest(guest, Tap.off()));
        assertEquals(SSLException.class, failure.getClass(), "told from a handshake that failed");
    }

    @Test
    void anEndDuringTheHandshakeIsAFailedHandshake() throws Exception {
        host.close();
        assertThrows(SSLHandshakeException.class, () -> SecureChannel.asGuest(guest, Tap.off()));
    }

    private record Ends(SecureChannel host, SecureChannel guest) {}

    private Ends shaken() throws IOException, InterruptedException, ExecutionException {
        Callable<SecureChannel> asHost = () -> SecureChannel.asHost(host, Tap.off(), new byte[0], Identity.fresh());
        Future<SecureChannel> other = threads.submit(asHost);
        SecureChannel one = SecureChannel.asGuest(guest, Tap.off());
        return new Ends(other.get(), one);
    }

    private Future<?> writing(SecureChannel channel, byte[] data) {
        return threads.submit(() -> {
            channel.out().write(data);
            return data.length;
        });
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /// A socket behind a network that hands over few bytes at a time, or changes one.
    private static final class CuttingSocket extends Socket {
        private volatile int cut = Integer.MAX_VALUE;
        private volatile boolean changed;

        CuttingSocket(int port) throws IOException {
            super(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] data, int offset, int length) throws IOException {
                    int count = super.read(data, offset, Math.min(length, cut));
                    if (changed && count > 0) {
                        data[offset + count - 1] ^= 1;
                    }
                    return count;
                }
            };
        }
    }
}
