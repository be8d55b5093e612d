package tincan.ui.lab.book;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tincan.lab.Seen;
import tincan.lab.socket.Pace.Held;
import tincan.text.Booklet;
import tincan.text.Booklet.Programming;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;

/// The programs of a lesson, each with its line marked by what happens on the sockets.
///
/// Owner: the thread of the window.
public final class ProgramMarks {
    private record Waiting(String connection, SocketCall call) {}

    /// The programs in one language.
    record Pair(Listing server, Listing client) {}

    private final Map<Programming, Pair> pairs = new EnumMap<>(Programming.class);
    /// What was marked when it began to wait, and is not marked again when it goes on.
    private final Set<Waiting> waiting = new HashSet<>();
    private long lastHeld;

    /// @param lesson its name
    public ProgramMarks(String lesson) {
        for (Programming language : Programming.values()) {
            pairs.put(language, new Pair(listing(lesson, language, language.server()),
                    listing(lesson, language, language.client())));
        }
    }

    private static Listing listing(String lesson, Programming language, String file) {
        return new Listing(language, file, Booklet.program(lesson, file).orElse(""));
    }

    /// Whether the lesson has programs in a language.
    public boolean has(Programming language) {
        return pair(language).isPresent();
    }

    /// The programs in a language, if the lesson has them.
    Optional<Pair> pair(Programming language) {
        return Optional.ofNullable(pairs.get(language)).filter(pair -> !pair.server().lines().isEmpty());
    }

    /// These things happened, in this order.
    public void take(List<TraceEvent> events) {
        for (TraceEvent event : events) {
            switch (event.what()) {
                case Began began when !waiting.remove(new Waiting(event.connection(), began.call())) ->
                    mark(event.connection(), began.call());
                case Called called when called.began() == 0 -> mark(event.connection(), called.call());
                default -> {
                    // it was marked when it began
                }
            }
        }
    }

    /// These calls wait to be made.
    public void hold(List<Held> held) {
        for (Held call : held) {
            if (call.number() > lastHeld) {
                lastHeld = call.number();
                waiting.add(new Waiting(call.connection(), call.call()));
                mark(call.connection(), call.call());
            }
        }
    }

    private void mark(String connection, SocketCall call) {
        if (connection.startsWith(Seen.SERVER)) {
            pairs.values().forEach(pair -> pair.server().mark(call));
        } else if (connection.startsWith(Seen.CLIENT)) {
            pairs.values().forEach(pair -> pair.client().mark(call));
        }
    }
}
