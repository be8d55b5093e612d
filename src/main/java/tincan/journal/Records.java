package tincan.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import tincan.wire.BrokenFrame;
import tincan.wire.FrameReader;
import tincan.wire.Json;
import tools.jackson.core.JsonGenerator;

/// Several records, built up to one batch. A record is laid out as a frame on the wire; entries and texts are the
/// frames themselves, and the others have kinds that no frame has.
final class Records {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// Adds a record with fields.
    void add(int kind, Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(body)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        out.writeBytes(ByteBuffer.allocate(FrameReader.HEADER).putInt(body.size() + 1).put((byte) kind).array());
        out.writeBytes(body.toByteArray());
    }

    /// Adds a frame as it is.
    void add(byte[] frame, int length) {
        out.write(frame, 0, length);
    }

    /// Adds frames as they are.
    void add(ByteBuffer frames) {
        out.write(frames.array(), frames.arrayOffset() + frames.position(), frames.remaining());
    }

    int size() {
        return out.size();
    }

    ByteBuffer batch() {
        return ByteBuffer.wrap(out.toByteArray());
    }

    /// Takes a record of a batch; the reader stands at it.
    interface Visitor {
        /// Takes it, or leaves it and those after it to the caller.
        ///
        /// @return whether it was taken
        boolean take(FrameReader record) throws BrokenFrame;
    }

    /// Goes through the records of a batch.
    ///
    /// @return those that the visitor left
    static ByteBuffer read(ByteBuffer batch, Visitor visitor) throws BrokenJournal {
        int start = batch.arrayOffset() + batch.position();
        FrameReader records = FrameReader.over(batch.array(), start, batch.remaining());
        try {
            while (records.advance()) {
                int at = records.bodyOffset() - FrameReader.HEADER;
                if (!visitor.take(records)) {
                    return ByteBuffer.wrap(batch.array(), at, start + batch.remaining() - at);
                }
            }
            return ByteBuffer.allocate(0);
        } catch (BrokenFrame e) {
            throw new BrokenJournal("a record is broken", e);
        }
    }

    static void fields(FrameReader record, Json.Field field) throws BrokenFrame {
        Json.read(record.data(), record.bodyOffset(), record.bodyLength(), field);
    }
}
