package tincan.ui.log;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tincan.trace.ByteStream;
import tincan.trace.EventLog;
import tincan.trace.Payload;
import tincan.trace.Subject;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// Which events of a log carried a message, and which messages an event carried. What frames that were told as one
/// event carried is looked up in the bytes that are kept of them.
final class Carriers {
    private final EventLog log;
    private final Ties ties;

    Carriers(EventLog log, Ties ties) {
        this.log = log;
        this.ties = ties;
    }

    /// The frames that carried a message, oldest first.
    List<TraceEvent> frames(Spoken spoken) {
        return sorted(Stream.concat(ties.ofText(spoken.id(), spoken.member()).stream(),
                spoken.seq() == 0 ? Stream.of() : ties.ofEntry(spoken.seq()).stream()));
    }

    /// All events that have a byte of these frames, oldest first.
    List<TraceEvent> rows(List<TraceEvent> frames) {
        return sorted(frames.stream().flatMap(frame -> ties.of(frame).stream()));
    }

    private static List<TraceEvent> sorted(Stream<TraceEvent> events) {
        TreeSet<TraceEvent> sorted = new TreeSet<>(Comparator.comparingLong(TraceEvent::number));
        events.forEach(sorted::add);
        return List.copyOf(sorted);
    }

    /// The messages of which an event carried a byte, each as its author and its author's number for it.
    Set<Subject> messages(TraceEvent event) {
        Set<Subject> found = new LinkedHashSet<>();
        for (TraceEvent each : ties.of(event)) {
            switch (each.what()) {
                case Framed framed -> add(framed.subject(), found);
                case FramesMoved _ -> addMany(each, found);
                default -> {
                }
            }
        }
        return found;
    }

    private static void add(Subject subject, Set<Subject> found) {
        if (subject.said() != 0 && subject.author() != 0) {
            found.add(new Subject(0, subject.said(), subject.author()));
        }
    }

    private void addMany(TraceEvent event, Set<Subject> found) {
        FrameReader reader = reader(event);
        try {
            while (reader.advance()) {
                if (reader.frame() instanceof Frame.Entry entry) {
                    add(new Subject(0, entry.id(), entry.member()), found);
                }
            }
        } catch (BrokenFrame e) {
            // what is kept does not begin with a frame
        }
    }

    /// What is kept of many frames; nothing if their beginning is gone.
    private FrameReader reader(TraceEvent event) {
        FramesMoved many = (FramesMoved) event.what();
        Payload.Piece kept = log.payload().of(
                new ByteStream(event.connection(), many.direction(), many.layer()), many.span());
        return FrameReader.over(kept.bytes(), 0, kept.from() == many.span().from() ? kept.bytes().length : 0);
    }
}
