package tincan.trace.export;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tincan.trace.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The texts and whole numbers of one line. What is missing is empty or 0; other values are passed over.
final class Fields {
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(16).maxNameLength(256).maxNumberLength(32)
                    .maxStringLength(Bounds.LINE).build())
            .build();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    private Fields() {}

    static Fields read(byte[] line) throws BrokenRecording {
        Fields fields = new Fields();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw damaged();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                fields.take(json.currentName(), json.nextToken(), json);
            }
            if (json.nextToken() != null) {
                throw damaged();
            }
            return fields;
        } catch (JacksonException e) {
            throw new BrokenRecording(BrokenRecording.Reason.DAMAGED, e);
        }
    }

    private void take(String name, JsonToken token, JsonParser json) {
        switch (token) {
            case VALUE_STRING -> texts.put(name, json.getString());
            case VALUE_NUMBER_INT -> numbers.put(name, json.getLongValue());
            default -> json.skipChildren();
        }
    }

    static BrokenRecording damaged() {
        return new BrokenRecording(BrokenRecording.Reason.DAMAGED);
    }

    boolean has(String name) {
        return texts.containsKey(name) || numbers.containsKey(name);
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /// A number that counts something.
    ///
    /// @param most it can be
    long count(String name, long most) throws BrokenRecording {
        long count = number(name);
        if (count < 0 || count > most) {
            throw damaged();
        }
        return count;
    }

    /// The constant whose name this is, in lower case and with hyphens; empty if it is none that this version knows.
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        String wanted = text(name);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(wanted)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /// How a constant is written.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Duration nanos(String name) {
        return Duration.ofNanos(number(name));
    }

    /// A moment from 1970 to 2116, so that its nanoseconds can be counted, on another clock as well.
    Instant instant(String name) throws BrokenRecording {
        try {
            Instant at = Instant.parse(text(name));
            if (at.getEpochSecond() < 0 || at.getEpochSecond() > Long.MAX_VALUE / 2_000_000_000) {
                throw damaged();
            }
            return at;
        } catch (DateTimeException e) {
            throw new BrokenRecording(BrokenRecording.Reason.DAMAGED, e);
        }
    }

    /// A span, of the fields `from` and `bytes` with what stands before them.
    Span span(String prefix) throws BrokenRecording {
        return new Span(count(prefix + "from", Bounds.PLACE), (int) count(prefix + "bytes", Integer.MAX_VALUE));
    }

    byte[] base64(String name) throws BrokenRecording {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw new BrokenRecording(BrokenRecording.Reason.DAMAGED, e);
        }
    }
}
