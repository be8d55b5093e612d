package tincan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tincan.nearby.FoundSession;
import tincan.session.PeerAddress;
import tincan.text.Printable;
import tincan.text.Text;

/// Lines about the sessions of the network: one for each that appears, changes or goes.
final class FoundLines {
    private final Dialect dialect;
    private final Consumer<String> out;

    /// The session and its line, by id. Owner: the lock on this object.
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    /// Owner: the lock on this object.
    private boolean any;

    private record Shown(FoundSession session, String line) {}

    /// How a line reads.
    interface Dialect {
        String found(FoundSession session);

        String gone(FoundSession session);

        /// The last word if there was no other, or nothing.
        String nothing(Duration time, int listening);
    }

    /// @param out takes a line
    FoundLines(Dialect dialect, Consumer<String> out) {
        this.dialect = dialect;
        this.out = out;
    }

    /// Takes the list as it is now.
    synchronized void told(List<FoundSession> sessions) {
        Map<String, Shown> now = new LinkedHashMap<>();
        sessions.forEach(session -> now.put(session.id(), new Shown(session, dialect.found(session))));
        shown.forEach((id, before) -> {
            if (!now.containsKey(id)) {
                out.accept(dialect.gone(before.session()));
            }
        });
        now.forEach((id, one) -> {
            Shown before = shown.get(id);
            if (before == null || !before.line().equals(one.line())) {
                out.accept(one.line());
            }
        });
        shown.clear();
        shown.putAll(now);
        any |= !now.isEmpty();
    }

    /// The time is over.
    ///
    /// @param listening on how many interfaces
    synchronized void over(Duration time, int listening) {
        String last = any ? "" : dialect.nothing(time, listening);
        if (!last.isEmpty()) {
            out.accept(last);
        }
    }

    /// For people.
    record Plain(Text text) implements Dialect {
        @Override
        public String found(FoundSession session) {
            String kind = text.of(session.open() ? "cli.find.open" : "cli.find.private");
            String address = PeerAddress.parse(session.addresses().getFirst()).shown();
            return Stream.of(Printable.line(session.title()), Printable.line(session.host()), kind, address)
                    .filter(Predicate.not(String::isBlank)).collect(Collectors.joining(" · "));
        }

        @Override
        public String gone(FoundSession session) {
            return text.of("cli.find.gone", found(session));
        }

        @Override
        public String nothing(Duration time, int listening) {
            return listening == 0
                    ? text.of("cli.find.no-network")
                    : text.of("cli.find.nothing", Long.toString(time.toSeconds()));
        }
    }

    /// For programs: `docs/terminal.md` is the reference.
    record Json(JsonLines lines) implements Dialect {
        Json() {
            this(new JsonLines());
        }

        @Override
        public String found(FoundSession session) {
            return lines.write("found", json -> {
                json.writeStringProperty("id", session.id());
                json.writeStringProperty("title", session.title());
                json.writeStringProperty("host", session.host());
                json.writeBooleanProperty("open", session.open());
                json.writeNumberProperty("version", session.version());
                json.writeArrayPropertyStart("addresses");
                session.addresses().forEach(json::writeString);
                json.writeEndArray();
            });
        }

        @Override
        public String gone(FoundSession session) {
            return lines.write("gone", json -> json.writeStringProperty("id", session.id()));
        }

        @Override
        public String nothing(Duration time, int listening) {
            return "";
        }
    }
}
