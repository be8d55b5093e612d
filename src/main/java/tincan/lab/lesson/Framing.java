package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tincan.lab.socket.SocketTrouble;

/// Four ways to say in a stream where one message ends and the next begins.
enum Framing {
    /// Each ends with a new line; an empty line ends the series.
    NEWLINE,
    /// Each fills 16 bytes, with spaces behind it; only spaces end the series.
    FIXED,
    /// Its length in 4 bytes, the highest first, and then the message; a length of 0 ends the series.
    LENGTH,
    /// A line with the object `{"text": "…"}`; `{"end": true}` ends the series.
    JSON;

    /// How much a message of [#FIXED] has, in bytes.
    static final int SIZE = 16;
    /// A larger length is not believed, in bytes.
    static final int LARGEST = 65_536;

    /// What the stream brings next.
    sealed interface Next {}

    /// A message.
    ///
    /// @param shown as Python shows its bytes
    /// @param framing how many bytes were spent on saying where it ends
    record Message(String shown, int framing) implements Next {}

    /// The series is over.
    record End() implements Next {}

    /// This is not how it was agreed; what follows cannot be understood.
    record Broken(String why) implements Next {}

    /// The one of that name, as a client chooses it.
    static Optional<Framing> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    /// A message as it is sent.
    byte[] encode(String message) {
        byte[] text = message.getBytes(UTF_8);
        return switch (this) {
            case NEWLINE -> joined(text, new byte[]{'\n'});
            case FIXED -> padded(text);
            case LENGTH -> joined(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array(), text);
            case JSON -> ("{\"text\": \"" + message + "\"}\n").getBytes(UTF_8);
        };
    }

    /// What is sent after the last message.
    byte[] end() {
        return switch (this) {
            case NEWLINE -> new byte[]{'\n'};
            case FIXED -> padded(new byte[0]);
            case LENGTH -> new byte[Integer.BYTES];
            case JSON -> "{\"end\": true}\n".getBytes(UTF_8);
        };
    }

    /// Waits for what comes next.
    ///
    /// @return nothing if the stream ended before it was whole
    Optional<Next> next(Incoming incoming) throws SocketTrouble {
        return switch (this) {
            case NEWLINE -> newline(incoming.rawLine());
            case FIXED -> fixed(incoming.exactly(SIZE));
            case LENGTH -> length(incoming);
            case JSON -> json(incoming.rawLine());
        };
    }

    private static Optional<Next> newline(byte[] line) {
        if (line.length == 0 || line[line.length - 1] != '\n') {
            return unended(line);
        }
        return Optional.of(line.length == 1
                ? new End()
                : new Message(PythonBytes.of(Arrays.copyOf(line, line.length - 1)), 1));
    }

    /// A line without an end was too long, or the stream ended in it.
    private static Optional<Next> unended(byte[] line) {
        return line.length < Incoming.LONGEST_LINE
                ? Optional.empty()
                : Optional.of(new Broken("a line of more than " + Incoming.LONGEST_LINE + " bytes"));
    }

    private static Optional<Next> fixed(byte[] data) {
        if (data.length < SIZE) {
            return Optional.empty();
        }
        int length = SIZE;
        while (length > 0 && data[length - 1] == ' ') {
            length--;
        }
        return Optional.of(length == 0
                ? new End()
                : new Message(PythonBytes.of(Arrays.copyOf(data, length)), SIZE - length));
    }

    private static Optional<Next> length(Incoming incoming) throws SocketTrouble {
        byte[] head = incoming.exactly(Integer.BYTES);
        if (head.length < Integer.BYTES) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
        if (length == 0) {
            return Optional.of(new End());
        }
        if (length > LARGEST) {
            return Optional.of(new Broken("a length of " + length));
        }
        byte[] text = incoming.exactly((int) length);
        return text.length < length
                ? Optional.empty()
                : Optional.of(new Message(PythonBytes.of(text), Integer.BYTES));
    }

    private static Optional<Next> json(byte[] line) {
        if (line.length == 0 || line[line.length - 1] != '\n') {
            return unended(line);
        }
        JsonObject object = new JsonObject();
        int used = JsonObject.length(object, line);
        if (used == 0 || !new String(line, used, line.length - used, UTF_8).isBlank()) {
            return Optional.of(new Broken("not a JSON object in a line"));
        }
        if (object.is("end")) {
            return Optional.of(new End());
        }
        return Optional.of(object.text("text").map(text -> text.getBytes(UTF_8))
                .<Next>map(text -> new Message(PythonBytes.of(text), line.length - text.length))
                .orElse(new Broken("an object without a text")));
    }

    private static byte[] padded(byte[] text) {
        byte[] data = Arrays.copyOf(text, SIZE);
        Arrays.fill(data, Math.min(text.length, SIZE), SIZE, (byte) ' ');
        return data;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
