package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tincan.wire.FrameReader;
import tincan.wire.Kind;

/// A message as a server takes it, written again and again with another time and another number. Owner: the
/// load's thread.
final class Message {
    /// Numbers begin here so that all of them have ten digits.
    private static final long FIRST_NUMBER = 1_000_000_001;
    private static final int DIGITS = 10;

    private final byte[] bytes;
    private final int textAt;
    private final int numberAt;
    private long number = FIRST_NUMBER;

    private Message(byte[] bytes, int textAt, int numberAt) {
        this.bytes = bytes;
        this.textAt = textAt;
        this.numberAt = numberAt;
    }

    /// A message that is text altogether.
    ///
    /// @param before what stands before the text
    static Message line(String before, String text, String after) {
        return new Message((before + text + after).getBytes(StandardCharsets.US_ASCII), before.length(), -1);
    }

    /// A SAY frame.
    static Message frame(String text) {
        String before = "{\"id\":" + "#".repeat(DIGITS) + ",\"text\":\"";
        byte[] body = (before + text + "\"}").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = ByteBuffer.allocate(FrameReader.HEADER + body.length).putInt(1 + body.length)
                .put((byte) Kind.SAY.code()).put(body).array();
        return new Message(frame, FrameReader.HEADER + before.length(), FrameReader.HEADER + before.indexOf('#'));
    }

    /// Its size in bytes.
    int size() {
        return bytes.length;
    }

    /// Appends the message with the next number.
    ///
    /// @param time when it was to be said
    void put(ByteBuffer out, long time) {
        int start = out.position();
        out.put(bytes);
        Stamp.time(out, start + textAt, time);
        if (numberAt >= 0) {
            putNumber(out, start + numberAt);
        }
    }

    private void putNumber(ByteBuffer out, int at) {
        long rest = number++;
        for (int i = DIGITS - 1; i >= 0; i--) {
            out.put(at + i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
