package tincan.ui.lab.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tincan.lab.socket.Pace.Held;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;
import tincan.ui.lab.diagram.Station.Column;

/// Which calls of the socket model were made, are being made, or wait.
///
/// Owner: the thread of the window.
public final class DiagramViewModel {
    private static final List<SocketCall> STREAM_SERVER = List.of(SocketCall.SOCKET, SocketCall.BIND,
            SocketCall.LISTEN, SocketCall.ACCEPT, SocketCall.READ, SocketCall.WRITE, SocketCall.CLOSE);
    private static final List<SocketCall> STREAM_CLIENT = List.of(SocketCall.SOCKET, SocketCall.CONNECT,
            SocketCall.WRITE, SocketCall.READ, SocketCall.CLOSE);
    private static final List<SocketCall> DATAGRAM_SERVER = List.of(SocketCall.SOCKET, SocketCall.BIND,
            SocketCall.RECEIVE_FROM, SocketCall.SEND_TO, SocketCall.CLOSE);
    private static final List<SocketCall> DATAGRAM_CLIENT = List.of(SocketCall.SOCKET, SocketCall.SEND_TO,
            SocketCall.RECEIVE_FROM, SocketCall.CLOSE);

    private final boolean datagrams;
    private final Map<Station, Light> lights = new HashMap<>();
    private final Set<Long> begun = new HashSet<>();
    private final ReadOnlyObjectWrapper<Map<Station, Light>> shown = new ReadOnlyObjectWrapper<>(Map.of());

    public DiagramViewModel(boolean datagrams) {
        this.datagrams = datagrams;
    }

    /// The calls of a side, in the order in which they are made. Half-close is there once somebody did it.
    List<SocketCall> calls(Column column) {
        List<SocketCall> usual = switch (column) {
            case SERVER -> datagrams ? DATAGRAM_SERVER : STREAM_SERVER;
            case CLIENT -> datagrams ? DATAGRAM_CLIENT : STREAM_CLIENT;
        };
        if (!lights.containsKey(new Station(column, SocketCall.SHUTDOWN))) {
            return usual;
        }
        return usual.stream().flatMap(call -> call == SocketCall.CLOSE
                ? List.of(SocketCall.SHUTDOWN, call).stream()
                : List.of(call).stream()).toList();
    }

    /// How each call stands; one that is not in it was never made.
    ReadOnlyObjectProperty<Map<Station, Light>> lightsProperty() {
        return shown.getReadOnlyProperty();
    }

    Light light(Station station) {
        return shown.get().getOrDefault(station, Light.OFF);
    }

    /// These things happened, in this order.
    public void take(List<TraceEvent> events) {
        events.forEach(event -> Station.of(event).ifPresent(station -> take(station, event)));
        show();
    }

    private void take(Station station, TraceEvent event) {
        if (event.what() instanceof Began) {
            begun.add(event.number());
            lights.compute(station, (_, light) -> known(light).begun());
        } else if (event.what() instanceof Ended ended) {
            boolean wasRunning = begun.remove(ended.began());
            lights.compute(station, (_, light) -> known(light).over(wasRunning,
                    !(ended instanceof Failed) || endsByClosing(station)));
        }
        lights.replaceAll((other, light) -> other.column() == station.column() && !other.equals(station)
                ? light.withNewest(false)
                : light);
    }

    /// A server waits in these as long as it runs: they fail because it was stopped, which is no trouble.
    private static boolean endsByClosing(Station station) {
        return station.column() == Column.SERVER
                && (station.call() == SocketCall.ACCEPT || station.call() == SocketCall.RECEIVE_FROM);
    }

    private static Light known(@Nullable Light light) {
        return Optional.ofNullable(light).orElse(Light.OFF);
    }

    /// These calls wait for a step, or for their time in slow motion.
    public void hold(List<Held> held) {
        lights.replaceAll((_, light) -> light.withHeld(0));
        held.forEach(call -> Station.of(call.connection(), call.call()).ifPresent(
                station -> lights.compute(station, (_, light) -> known(light).withHeld(known(light).held() + 1))));
        show();
    }

    private void show() {
        shown.set(Map.copyOf(lights));
    }
}
