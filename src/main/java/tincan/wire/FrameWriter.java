package tincan.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/// Encodes frames into a buffer that is used again and again. Owner: one thread, or whoever holds the lock that
/// guards it.
public final class FrameWriter {
    private static final int KEEP = 64 * 1024;

    private final Buffer buffer = new Buffer();
    private final JsonGenerator json = Json.generator(buffer);
    private long timeMillis = Long.MIN_VALUE;
    private String time = "";

    /// Encodes one frame; [#data] and [#length] hold it until the next call.
    public void encode(Frame frame) {
        buffer.begin(kindOf(frame));
        if (frame instanceof Frame.Trace(String line)) {
            buffer.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        } else if (frame instanceof Frame.Packet packet) {
            buffer.writeBytes(packet.bytes());
        } else {
            json.writeStartObject();
            fields(frame);
            json.writeEndObject();
            json.flush();
        }
        buffer.finish();
    }

    /// One frame by itself, in an array of its own.
    public static byte[] bytes(Frame frame) {
        FrameWriter writer = new FrameWriter();
        writer.encode(frame);
        writer.json.close();
        return writer.buffer.toByteArray();
    }

    /// Holds the frame from 0 to [#length].
    public byte[] data() {
        return buffer.data();
    }

    /// The size of the frame on the wire, in bytes.
    public int length() {
        return buffer.size();
    }

    private static Kind kindOf(Frame frame) {
        return switch (frame) {
            case Frame.Hello _ -> Kind.HELLO;
            case Frame.Welcome _ -> Kind.WELCOME;
            case Frame.Refused _ -> Kind.REFUSED;
            case Frame.Roster _ -> Kind.ROSTER;
            case Frame.Entry _ -> Kind.ENTRY;
            case Frame.Say _ -> Kind.SAY;
            case Frame.Ack _ -> Kind.ACK;
            case Frame.Typing _ -> Kind.TYPING;
            case Frame.Typists _ -> Kind.TYPISTS;
            case Frame.Ping _ -> Kind.PING;
            case Frame.Pong _ -> Kind.PONG;
            case Frame.Bye _ -> Kind.BYE;
            case Frame.Opening _ -> Kind.OPENING;
            case Frame.Choice _ -> Kind.CHOICE;
            case Frame.Proof _ -> Kind.PROOF;
            case Frame.Watch _ -> Kind.WATCH;
            case Frame.Trace _ -> Kind.TRACE;
            case Frame.Clock _ -> Kind.CLOCK;
            case Frame.Floor _ -> Kind.FLOOR;
            case Frame.VoiceJoin _,Frame.VoiceKeys _ -> Kind.VOICE;
            case Frame.Packet _ -> Kind.PACKET;
            case Frame.Unknown unknown -> throw new IllegalArgumentException("kind " + unknown.kind());
        };
    }

    private void fields(Frame frame) {
        switch (frame) {
            case Frame.Hello hello -> hello(hello);
            case Frame.Welcome welcome -> welcome(welcome);
            case Frame.Refused refused -> {
                json.writeStringProperty("code", refused.code());
                json.writeStringProperty("text", refused.text());
                if (refused.seconds() > 0) {
                    json.writeNumberProperty("seconds", refused.seconds());
                }
            }
            case Frame.Roster roster -> roster(roster);
            case Frame.Entry entry -> entry(entry);
            case Frame.Say say -> {
                json.writeNumberProperty("id", say.id());
                json.writeStringProperty("text", say.text());
            }
            case Frame.Ack ack -> json.writeNumberProperty("seq", ack.seq());
            case Frame.Typing typing -> json.writeBooleanProperty("now", typing.now());
            case Frame.Typists typists -> {
                json.writeArrayPropertyStart("typists");
                typists.members().forEach(json::writeNumber);
                json.writeEndArray();
            }
            case Frame.Ping ping -> json.writeNumberProperty("stamp", ping.stamp());
            case Frame.Pong pong -> json.writeNumberProperty("stamp", pong.stamp());
            case Frame.Bye bye -> json.writeStringProperty("code", bye.code());
            case Frame.Opening opening -> opening(opening);
            case Frame.Choice choice -> {
                json.writeNumberProperty("v", choice.version());
                json.writeStringProperty("proof", choice.proof());
            }
            case Frame.Proof proof -> proof.values().forEach(json::writeStringProperty);
            case Frame.Watch watch -> json.writeBooleanProperty("now", watch.now());
            case Frame.Clock clock -> clock(clock);
            case Frame.Floor floor -> floor(floor);
            case Frame.VoiceJoin voice -> json.writeBooleanProperty("join", voice.join());
            case Frame.VoiceKeys keys -> {
                json.writeNumberProperty("generation", keys.generation());
                json.writeStringProperty("secret", keys.secret());
                json.writeStringProperty("own", keys.own());
                json.writeNumberProperty("port", keys.port());
            }
            case Frame.Trace _,Frame.Packet _,Frame.Unknown _ -> {
            }
        }
    }

    private void hello(Frame.Hello hello) {
        json.writeNumberProperty("v", hello.version());
        json.writeStringProperty("name", hello.name());
        hello.back().ifPresent(back -> {
            json.writeObjectPropertyStart("back");
            json.writeStringProperty("session", back.session());
            json.writeNumberProperty("member", back.member());
            json.writeStringProperty("key", back.key());
            json.writeNumberProperty("last", back.last());
            json.writeEndObject();
        });
        switch (hello.purpose()) {
            case MEMBER -> {
            }
            case EVENTS -> json.writeBooleanProperty("events", true);
            case VOICE -> json.writeBooleanProperty("voice", true);
        }
    }

    /// To the nanosecond, unlike other instants: it is what clocks are compared by.
    private void clock(Frame.Clock clock) {
        json.writeNumberProperty("stamp", clock.stamp());
        if (!clock.at().equals(Instant.EPOCH)) {
            json.writeStringProperty("at", clock.at().toString());
        }
    }

    /// A field that its type does not have is 0 or empty, and is not written.
    private void floor(Frame.Floor floor) {
        json.writeStringProperty("type", floor.type());
        number("press", floor.press());
        number("epoch", floor.epoch());
        number("lease", floor.lease());
        number("limit", floor.limit());
        text("reason", floor.reason());
        number("position", floor.position());
        number("member", floor.member());
        text("name", floor.name());
        number("id", floor.id());
    }

    private void number(String field, long value) {
        if (value != 0) {
            json.writeNumberProperty(field, value);
        }
    }

    private void text(String field, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(field, value);
        }
    }

    private void opening(Frame.Opening opening) {
        json.writeNumberProperty("v", opening.version());
        json.writeArrayPropertyStart("proofs");
        opening.proofs().forEach(json::writeString);
        json.writeEndArray();
        if (!opening.session().isEmpty()) {
            json.writeStringProperty("session", opening.session());
            json.writeNumberProperty("member", opening.member());
        }
    }

    private void welcome(Frame.Welcome welcome) {
        json.writeNumberProperty("v", welcome.version());
        json.writeStringProperty("session", welcome.session());
        json.writeStringProperty("title", welcome.title());
        json.writeNumberProperty("member", welcome.member());
        json.writeStringProperty("name", welcome.name());
        json.writeStringProperty("key", welcome.key());
        json.writeNumberProperty("first", welcome.first());
        json.writeNumberProperty("last", welcome.last());
        json.writeNumberProperty("said", welcome.said());
        json.writeNumberProperty("rate", welcome.rate());
        if (!welcome.mode().isEmpty()) {
            json.writeStringProperty("mode", welcome.mode());
        }
    }

    private void roster(Frame.Roster roster) {
        json.writeArrayPropertyStart("members");
        for (Frame.Person person : roster.members()) {
            json.writeStartObject();
            json.writeNumberProperty("member", person.member());
            json.writeStringProperty("name", person.name());
            if (!person.present()) {
                json.writeBooleanProperty("present", false);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void entry(Frame.Entry entry) {
        json.writeNumberProperty("seq", entry.seq());
        json.writeStringProperty("at", time(entry.at()));
        json.writeStringProperty("type", entry.type());
        json.writeNumberProperty("member", entry.member());
        json.writeStringProperty("from", entry.from());
        if (entry.id() != 0) {
            json.writeNumberProperty("id", entry.id());
            json.writeStringProperty("text", entry.text());
        }
        if (!entry.reason().isEmpty()) {
            json.writeStringProperty("reason", entry.reason());
        }
        if (!entry.mode().isEmpty()) {
            json.writeStringProperty("mode", entry.mode());
        }
        if (entry.epoch() != 0) {
            json.writeNumberProperty("epoch", entry.epoch());
            json.writeNumberProperty("millis", entry.millis());
        }
    }

    /// Instants in milliseconds; formatting one takes longer than encoding the rest, and many entries share one.
    private String time(Instant at) {
        long millis = at.toEpochMilli();
        if (millis != timeMillis) {
            timeMillis = millis;
            time = Instant.ofEpochMilli(millis).toString();
        }
        return time;
    }

    /// A growing buffer that begins with a frame's header.
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(256);
        }

        void begin(Kind kind) {
            if (buf.length > KEEP) {
                buf = new byte[256];
            }
            reset();
            count = FrameReader.HEADER;
            buf[4] = (byte) kind.code();
        }

        void finish() {
            int length = count - 4;
            buf[0] = (byte) (length >>> 24);
            buf[1] = (byte) (length >>> 16);
            buf[2] = (byte) (length >>> 8);
            buf[3] = (byte) length;
        }

        byte[] data() {
            return buf;
        }
    }
}
