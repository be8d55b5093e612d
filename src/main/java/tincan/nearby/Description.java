package tincan.nearby;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.TXTRecord;

/// What a session says of itself in its TXT record: strings `key=value` as in RFC 6763, 6.
///
/// @param id `id`
/// @param title `title`
/// @param host `host`
/// @param open `auth` is `open`; whatever else it is, the session is taken for a private one
/// @param version `v`
record Description(String id, String title, String host, boolean open, int version) {
    private static final int STRING_BYTES = 255;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    /// What is written for an announcement.
    static List<byte[]> strings(Announcement said) {
        return List.of(string("v", Integer.toString(said.version())),
                string("auth", said.open() ? "open" : "private"), string("id", said.id()),
                string("title", said.title()), string("host", said.host()));
    }

    private static byte[] string(String key, String value) {
        return Utf8.cut(key + "=" + value, STRING_BYTES);
    }

    /// What is read; empty if it is no session of ours.
    static Optional<Description> of(TXTRecord record) {
        Map<String, String> values = new HashMap<>();
        for (Object each : record.getStringsAsByteArrays()) {
            String string = new String((byte[]) each, StandardCharsets.UTF_8);
            int end = string.indexOf('=');
            if (end > 0) {
                values.putIfAbsent(string.substring(0, end).toLowerCase(Locale.ROOT), string.substring(end + 1));
            }
        }
        String id = values.getOrDefault("id", "");
        String version = values.getOrDefault("v", "");
        if (!Announcement.isId(id) || !NUMBER.matcher(version).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Description(id, values.getOrDefault("title", ""), values.getOrDefault("host", ""),
                values.getOrDefault("auth", "").equals("open"), Integer.parseInt(version)));
    }
}
