package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.Seen;
import tincan.lab.ServerOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// A header, a confirmation, a body: what is to come is said first, and may be refused before it costs anything.
public final class Upload implements Lesson.Stream {
    /// The largest file unless told otherwise, in bytes.
    public static final long LIMIT = 200L << 20;
    /// All files together are at most so many times as large as the largest may be.
    private static final int FILES = 5;
    private static final int BODY_BUFFER = 64 * 1024;
    private static final String OK = "{\"status\": 200}";
    private static final String SUCCESS = "recv success";
    /// A client that has sent its body already reads the status in this time, so that it gets the two answers apart.
    private static final Duration APART = Duration.ofMillis(300);
    /// What a client still sends that was refused is read so long and so far: closing before it would break off the
    /// connection, and the answer with it.
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final int LINGER_BYTES = 4 << 20;

    private final UploadFolder folder;
    private final long limit;

    /// @param limit the largest file, in bytes
    public Upload(Path folder, long limit) {
        this.folder = new UploadFolder(folder, FILES * limit);
        this.limit = limit;
    }

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public int port() {
        return 9000;
    }

    @Override
    public ServerOptions options() {
        return ServerOptions.at(port()).withServing(ServerOptions.Serving.THREAD);
    }

    @Override
    public void serve(StreamSocket client, Console console) throws IOException {
        client.sendAll(Welcome.GREETING.getBytes(UTF_8));
        Incoming incoming = new Incoming(client);
        while (true) {
            JsonObject header = new JsonObject();
            JsonObject.State state = incoming.object(header);
            if (state == JsonObject.State.OPEN) {
                break;
            }
            Optional<String> refusal = state == JsonObject.State.BROKEN
                    ? Optional.of(refusal(400, "not JSON"))
                    : refusal(header);
            Optional<UploadFolder.File> file = refusal.isPresent()
                    ? Optional.empty()
                    : folder.begin(name(header).orElseThrow(), size(header));
            if (file.isEmpty()) {
                client.sendAll(refusal.orElse(refusal(413, "no room left")).getBytes(UTF_8));
                linger(client);
                break;
            }
            if (!body(file.get(), size(header), client, incoming)) {
                break;
            }
            client.sendAll(SUCCESS.getBytes(UTF_8));
        }
    }

    /// Takes the file.
    ///
    /// @return whether all of it came
    private static boolean body(UploadFolder.File begun, long size, StreamSocket client, Incoming incoming)
            throws IOException {
        try (UploadFolder.File file = begun) {
            client.sendAll(OK.getBytes(UTF_8));
            boolean early = size == 0 || incoming.there() > 0;
            for (long left = size; left > 0;) {
                byte[] data = incoming.some((int) Math.min(left, BODY_BUFFER));
                if (data.length == 0) {
                    return false;
                }
                file.write(data);
                left -= data.length;
            }
            Path _ = file.keep();
            if (early) {
                Requests.pause(APART);
            }
        }
        return client.isOpen();
    }

    private Optional<String> refusal(JsonObject header) {
        Optional<BigInteger> size = header.number("filesize");
        if (!header.text("action").equals(Optional.of("put"))) {
            return Optional.of(refusal(400, "no such action"));
        }
        if (name(header).isEmpty()) {
            return Optional.of(refusal(400, "bad name"));
        }
        if (size.isEmpty() || size.get().signum() < 0) {
            return Optional.of(refusal(400, "bad size"));
        }
        return size.get().compareTo(BigInteger.valueOf(limit)) > 0
                ? Optional.of(refusal(413, "larger than " + limit + " bytes"))
                : Optional.empty();
    }

    private Optional<String> name(JsonObject header) {
        return header.text("filename").flatMap(FileName::clean).filter(folder::takes);
    }

    private static long size(JsonObject header) {
        return header.number("filesize").map(BigInteger::longValue).orElse(0L);
    }

    private static String refusal(int status, String reason) {
        return "{\"status\": %d, \"reason\": \"%s\"}".formatted(status, reason);
    }

    private static void linger(StreamSocket client) throws IOException {
        client.shutdown();
        long began = System.nanoTime();
        for (int read = 0; read < LINGER_BYTES && System.nanoTime() - began < LINGER.toNanos();) {
            byte[] data = client.recv(BODY_BUFFER, LINGER);
            if (data.length == 0) {
                break;
            }
            read += data.length;
        }
    }

    @Override
    public void use(StreamSocket server, Console console) throws IOException {
        console.print(new String(Requests.answer(server), UTF_8));
        while (true) {
            Optional<String> header = console.readLine().filter(said -> !said.isEmpty());
            if (header.isEmpty()) {
                break;
            }
            server.sendAll(header.get().getBytes(UTF_8));
            String status = new String(Requests.answer(server), UTF_8);
            if (status.isEmpty()) {
                break;
            }
            console.print(status);
            if (isOk(status) && !send(header.get(), server, console)) {
                break;
            }
        }
    }

    private static boolean isOk(String status) {
        JsonObject object = new JsonObject();
        return JsonObject.length(object, status.getBytes(UTF_8)) > 0
                && object.number("status").equals(Optional.of(BigInteger.valueOf(200)));
    }

    /// Sends what the person types until it is as much as the header has said.
    ///
    /// @return whether the server has it all
    private static boolean send(String header, StreamSocket server, Console console) throws IOException {
        JsonObject object = new JsonObject();
        int _ = JsonObject.length(object, header.getBytes(UTF_8));
        long left = size(object);
        while (left > 0) {
            Optional<String> part = console.readLine();
            if (part.isEmpty()) {
                return false;
            }
            byte[] data = part.get().getBytes(UTF_8);
            server.sendAll(data);
            left -= data.length;
        }
        byte[] answer = Requests.answer(server);
        console.print(new String(answer, UTF_8));
        return answer.length > 0;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal("lab.upload.goal.stored", Upload::storedInPieces),
                new Goal("lab.upload.goal.bad-size", seen -> refused(seen, 400)),
                new Goal("lab.upload.goal.too-large", seen -> refused(seen, 413)));
    }

    /// Between the two answers the server read more than once.
    private static boolean storedInPieces(Seen seen) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer()).filter(write -> seen.text(write).equals(SUCCESS))
                .anyMatch(success -> {
                    Seen until = seen.before(success).only(success.connection());
                    Optional<TraceEvent> status = until.returned(SocketCall.WRITE)
                            .filter(write -> seen.text(write).equals(OK)).reduce((_, last) -> last);
                    return status.map(until::after).stream().flatMap(body -> body.returned(SocketCall.READ))
                            .count() >= 2;
                });
    }

    private static boolean refused(Seen seen, int status) {
        return seen.returned(SocketCall.WRITE).filter(Seen.byServer())
                .anyMatch(write -> seen.text(write).startsWith("{\"status\": " + status));
    }
}
