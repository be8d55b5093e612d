package tincan.trace.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Moved;

/// Tells from the calls of the ends in which state each one's TCP is. A call that returned proves LISTEN and
/// ESTABLISHED; everything after a FIN only the kernel knows.
final class States {
    private final List<Rung.StateChange> changes = new ArrayList<>();
    private final Map<Lane, TcpState> now = new EnumMap<>(Lane.class);
    private final boolean both;

    private States(boolean both) {
        this.both = both;
    }

    /// What one end did, in the order of time.
    private record Step(Lane lane, Instant at, TraceEvent event) {}

    static List<Rung.StateChange> of(Ladder.End here, Optional<Ladder.End> there) {
        List<Step> steps = new ArrayList<>();
        here.events().forEach(event -> steps.add(new Step(here.lane(), here.at(event), event)));
        there.ifPresent(
                end -> end.events().forEach(event -> steps.add(new Step(end.lane(), end.at(event), event))));
        steps.sort(Comparator.comparing(Step::at));
        States states = new States(there.isPresent());
        steps.forEach(states::take);
        return states.changes;
    }

    private void take(Step step) {
        switch (step.event().what()) {
            case Began began when began.call() == SocketCall.CONNECT ->
                to(step.lane(), TcpState.SYN_SENT, step.at(), true);
            case Called called -> called(step, called.call());
            case Moved moved when moved.call() == SocketCall.READ && moved.bytes() == 0 -> endOfStream(step);
            default -> {
            }
        }
    }

    private void called(Step step, SocketCall call) {
        switch (call) {
            case LISTEN -> to(step.lane(), TcpState.LISTEN, step.at(), false);
            case CONNECT, ACCEPT -> {
                to(step.lane(), TcpState.ESTABLISHED, step.at(), false);
                if (!both) {
                    to(step.lane().other(), TcpState.ESTABLISHED, step.at(), true);
                }
            }
            case SHUTDOWN, CLOSE -> finished(step.lane(), step.at());
            default -> {
            }
        }
    }

    /// This end says that it writes no more.
    private void finished(Lane lane, Instant at) {
        switch (now.getOrDefault(lane, TcpState.CLOSED)) {
            case ESTABLISHED -> {
                to(lane, TcpState.FIN_WAIT_1, at, true);
                if (!both && now.get(lane.other()) == TcpState.ESTABLISHED) {
                    to(lane.other(), TcpState.CLOSE_WAIT, at, true);
                }
            }
            case CLOSE_WAIT -> {
                to(lane, TcpState.LAST_ACK, at, true);
                if (isWaiting(lane.other())) {
                    to(lane.other(), TcpState.TIME_WAIT, at, true);
                }
                to(lane, TcpState.CLOSED, at, true);
            }
            case LISTEN, SYN_SENT -> to(lane, TcpState.CLOSED, at, true);
            case FIN_WAIT_1, FIN_WAIT_2, LAST_ACK, TIME_WAIT, CLOSED -> {
                // it has said so before
            }
        }
    }

    /// The other end has said that it writes no more, and this one has heard it.
    private void endOfStream(Step step) {
        Lane lane = step.lane();
        if (now.get(lane) == TcpState.ESTABLISHED) {
            if (now.get(lane.other()) == TcpState.ESTABLISHED) {
                to(lane.other(), TcpState.FIN_WAIT_1, step.at(), true);
            }
            to(lane, TcpState.CLOSE_WAIT, step.at(), true);
            to(lane.other(), TcpState.FIN_WAIT_2, step.at(), true);
        } else if (isWaiting(lane)) {
            to(lane, TcpState.TIME_WAIT, step.at(), true);
            to(lane.other(), TcpState.CLOSED, step.at(), true);
        }
    }

    private boolean isWaiting(Lane lane) {
        TcpState state = now.get(lane);
        return state == TcpState.FIN_WAIT_1 || state == TcpState.FIN_WAIT_2;
    }

    private void to(Lane lane, TcpState state, Instant at, boolean inferred) {
        if (now.put(lane, state) != state) {
            changes.add(new Rung.StateChange(lane, state, at, inferred));
        }
    }
}
