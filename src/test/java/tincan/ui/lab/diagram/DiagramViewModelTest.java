package tincan.ui.lab.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.lab.socket.Pace.Held;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;
import tincan.ui.lab.diagram.Station.Column;

final class DiagramViewModelTest {
    private static final Station ACCEPT = new Station(Column.SERVER, SocketCall.ACCEPT);
    private static final Station CONNECT = new Station(Column.CLIENT, SocketCall.CONNECT);

    private final EventLog log = EventLog.usual();
    private final DiagramViewModel model = new DiagramViewModel(false);
    private long taken;

    private void pull() {
        model.take(log.since(taken, 100));
        taken = log.newest();
    }

    @Test
    void aCallIsLitWhileItRunsAndCountedWhenItReturns() {
        long began = log.append("server", new Began(SocketCall.ACCEPT, ""));
        pull();
        assertEquals(Light.State.RUNNING, model.light(ACCEPT).state());

        log.append("server", new Called(SocketCall.ACCEPT, began, Duration.ZERO, ""));
        pull();

        assertEquals(new Light(0, 0, 1, 0, true), model.light(ACCEPT));
    }

    @Test
    void aFailureIsSeen() {
        long began = log.append("client-1", new Began(SocketCall.CONNECT, ""));
        log.append("client-1", new Failed(SocketCall.CONNECT, began, Duration.ZERO, "Connection refused"));
        pull();

        assertEquals(Light.State.FAILED, model.light(CONNECT).state());
    }

    @Test
    void aHeldCallIsShownAsHeldUntilItGoesOn() {
        model.hold(List.of(new Held(1, SocketCall.ACCEPT, "server")));
        assertEquals(Light.State.HELD, model.light(ACCEPT).state());

        model.hold(List.of());

        assertEquals(Light.State.IDLE, model.light(ACCEPT).state());
    }

    @Test
    void onlyTheLastCallOfASideIsTheNewest() {
        log.append("server", new Called(SocketCall.BIND, 0, Duration.ZERO, ""));
        log.append("client-1", new Called(SocketCall.SOCKET, 0, Duration.ZERO, ""));
        log.append("server", new Called(SocketCall.LISTEN, 0, Duration.ZERO, ""));
        pull();

        assertFalse(model.light(new Station(Column.SERVER, SocketCall.BIND)).newest());
        assertTrue(model.light(new Station(Column.SERVER, SocketCall.LISTEN)).newest());
        assertTrue(model.light(new Station(Column.CLIENT, SocketCall.SOCKET)).newest());
    }

    @Test
    void halfCloseComesIntoThePictureWhenSomebodyDoesIt() {
        assertFalse(model.calls(Column.CLIENT).contains(SocketCall.SHUTDOWN));
        log.append("client-1", new Called(SocketCall.SHUTDOWN, 0, Duration.ZERO, "write"));
        pull();

        assertEquals(List.of(SocketCall.SOCKET, SocketCall.CONNECT, SocketCall.WRITE, SocketCall.READ,
                SocketCall.SHUTDOWN, SocketCall.CLOSE), model.calls(Column.CLIENT));
    }
}
