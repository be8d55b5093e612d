package tincan.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Makes frames of bodies.
final class FrameDecoder {
    private FrameDecoder() {}

    static Frame decode(int code, byte[] data, int offset, int length) throws BrokenFrame {
        Optional<Kind> kind = Kind.of(code);
        if (kind.isEmpty()) {
            return new Frame.Unknown(code, length);
        }
        if (kind.get() == Kind.PROOF) {
            return proof(data, offset, length);
        }
        if (kind.get() == Kind.TRACE) {
            return new Frame.Trace(new String(data, offset, length, StandardCharsets.US_ASCII));
        }
        if (kind.get() == Kind.PACKET) {
            return new Frame.Packet(Arrays.copyOfRange(data, offset, offset + length));
        }
        Fields fields = new Fields();
        Json.read(data, offset, length, fields);
        return switch (kind.get()) {
            case HELLO -> fields.hello();
            case WELCOME -> fields.welcome();
            case REFUSED -> new Frame.Refused(fields.code, fields.text, fields.seconds);
            case ROSTER -> new Frame.Roster(fields.members);
            case ENTRY -> fields.entry();
            case SAY -> new Frame.Say(fields.positiveId(), fields.text);
            case ACK -> new Frame.Ack(fields.seq);
            case TYPING -> new Frame.Typing(fields.now);
            case TYPISTS -> new Frame.Typists(fields.typists);
            case PING -> new Frame.Ping(fields.stamp);
            case PONG -> new Frame.Pong(fields.stamp);
            case BYE -> new Frame.Bye(fields.code);
            case OPENING -> new Frame.Opening(fields.version, fields.proofs, fields.session, fields.member);
            case CHOICE -> new Frame.Choice(fields.version, fields.proof);
            case WATCH -> new Frame.Watch(fields.now);
            case CLOCK -> new Frame.Clock(fields.stamp, fields.at);
            case FLOOR -> fields.floor();
            case VOICE -> fields.voice();
            case PROOF, TRACE, PACKET -> throw new IllegalStateException("read above");
        };
    }

    /// The names of its fields are the proof's own.
    private static Frame proof(byte[] data, int offset, int length) throws BrokenFrame {
        Map<String, String> values = new HashMap<>();
        Json.read(data, offset, length, (field, value) -> {
            values.put(field, Json.string(value));
            if (values.size() > Frame.Proof.MOST) {
                throw new BrokenFrame("a proof of more than " + Frame.Proof.MOST + " values");
            }
        });
        return new Frame.Proof(values);
    }

    /// Every field that some frame has, with the value it has when it is missing.
    private static final class Fields implements Json.Field {
        private int version;
        private String name = "";
        private String session = "";
        private String title = "";
        private String key = "";
        private String code = "";
        private String text = "";
        private String type = "";
        private String from = "";
        private String reason = "";
        private Instant at = Instant.EPOCH;
        private int member;
        private long first;
        private long last;
        private long said;
        private long seq;
        private long id;
        private long stamp;
        private boolean now;
        private boolean events;
        private boolean voice;
        private boolean join;
        private int generation;
        private String secret = "";
        private String own = "";
        private int port;
        private boolean present = true;
        private List<Frame.Person> members = List.of();
        private List<Integer> typists = List.of();
        private List<String> proofs = List.of();
        private String proof = "";
        private int seconds;
        private int rate;
        private String mode = "";
        private long epoch;
        private long millis;
        private long press;
        private int lease;
        private int limit;
        private int position;
        private @Nullable Fields back;

        @Override
        public void take(String field, JsonParser value) throws BrokenFrame {
            switch (field) {
                case "v" -> version = Json.smallNumber(value);
                case "name" -> name = Json.string(value);
                case "session" -> session = Json.string(value);
                case "title" -> title = Json.string(value);
                case "key" -> key = Json.string(value);
                case "code" -> code = Json.string(value);
                case "text" -> text = Json.string(value);
                case "type" -> type = Json.string(value);
                case "from" -> from = Json.string(value);
                case "reason" -> reason = Json.string(value);
                case "at" -> at = instant(Json.string(value));
                case "member" -> member = Json.smallNumber(value);
                case "first" -> first = Json.number(value);
                case "last" -> last = Json.number(value);
                case "said" -> said = Json.number(value);
                case "seq" -> seq = Json.number(value);
                case "id" -> id = Json.number(value);
                case "stamp" -> stamp = Json.number(value);
                case "events" -> events = Json.flag(value);
                case "voice" -> voice = Json.flag(value);
                case "join" -> join = Json.flag(value);
                case "generation" -> generation = Json.smallNumber(value);
                case "secret" -> secret = Json.string(value);
                case "own" -> own = Json.string(value);
                case "port" -> port = Json.smallNumber(value);
                case "now" -> now = Json.flag(value);
                case "present" -> present = Json.flag(value);
                case "members" -> members = people(value);
                case "typists" -> typists = numbers(value);
                case "rate" -> rate = Json.smallNumber(value);
                case "mode" -> mode = Json.string(value);
                case "epoch" -> epoch = Json.number(value);
                case "press" -> press = Json.number(value);
                case "lease" -> lease = Json.smallNumber(value);
                case "limit" -> limit = Json.smallNumber(value);
                case "position" -> position = Json.smallNumber(value);
                case "millis" -> millis = Json.number(value);
                case "proofs" -> proofs = strings(value);
                case "proof" -> proof = Json.string(value);
                case "seconds" -> seconds = Json.smallNumber(value);
                case "back" -> back = nested(value);
                default -> value.skipChildren();
            }
        }

        private static Fields nested(JsonParser value) throws BrokenFrame {
            Json.require(value, JsonToken.START_OBJECT);
            Fields inner = new Fields();
            Json.object(value, inner);
            return inner;
        }

        private static List<Frame.Person> people(JsonParser value) throws BrokenFrame {
            Json.require(value, JsonToken.START_ARRAY);
            List<Frame.Person> people = new ArrayList<>();
            while (value.nextToken() != JsonToken.END_ARRAY) {
                Fields person = nested(value);
                people.add(new Frame.Person(person.member, person.name, person.present));
            }
            return people;
        }

        private static List<Integer> numbers(JsonParser value) throws BrokenFrame {
            Json.require(value, JsonToken.START_ARRAY);
            List<Integer> numbers = new ArrayList<>();
            while (value.nextToken() != JsonToken.END_ARRAY) {
                numbers.add(Json.smallNumber(value));
            }
            return numbers;
        }

        private static List<String> strings(JsonParser value) throws BrokenFrame {
            Json.require(value, JsonToken.START_ARRAY);
            List<String> strings = new ArrayList<>();
            while (value.nextToken() != JsonToken.END_ARRAY) {
                strings.add(Json.string(value));
            }
            return strings;
        }

        private static Instant instant(String text) throws BrokenFrame {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new BrokenFrame("field at is no instant", e);
            }
        }

        private Frame hello() {
            Fields claim = back;
            return new Frame.Hello(version, name, claim == null
                    ? Optional.empty()
                    : Optional.of(new Frame.Return(claim.session, claim.member, claim.key, claim.last)), purpose());
        }

        private Frame.Purpose purpose() {
            if (events) {
                return Frame.Purpose.EVENTS;
            }
            return voice ? Frame.Purpose.VOICE : Frame.Purpose.MEMBER;
        }

        /// Only a host has a generation to tell.
        private Frame voice() {
            return generation > 0 ? new Frame.VoiceKeys(generation, secret, own, port) : new Frame.VoiceJoin(join);
        }

        private Frame welcome() {
            return new Frame.Welcome(version, session, title, member, name, key, first, last, said, rate, mode);
        }

        private Frame floor() {
            return new Frame.Floor(type, press, epoch, lease, limit, reason, position, member, name, id);
        }

        private Frame entry() throws BrokenFrame {
            if (seq < 1 || type.isEmpty()) {
                throw new BrokenFrame("entry without number or type");
            }
            return new Frame.Entry(seq, at, type, member, from, id, text, reason, mode, epoch, millis);
        }

        private long positiveId() throws BrokenFrame {
            if (id < 1) {
                throw new BrokenFrame("id is not above 0");
            }
            return id;
        }
    }
}
