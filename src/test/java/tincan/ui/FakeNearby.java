package tincan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds what a test puts on the network.
public final class FakeNearby implements Nearby {
    private final List<Consumer<Found>> listeners = new ArrayList<>();
    private Found now = new Found(Status.LISTENING, List.of());

    /// Found at 192.168.1.7 and the port 8000 plus `id`.
    public static NearbySession session(int id, String title, String host, boolean open) {
        return new NearbySession("id-" + id, title, host, open, List.of("192.168.1.7:" + (8000 + id)));
    }

    public synchronized void find(NearbySession... sessions) {
        tell(new Found(Status.LISTENING, List.of(sessions)));
    }

    public synchronized void loseTheNetwork() {
        tell(new Found(Status.NO_NETWORK, List.of()));
    }

    private void tell(Found found) {
        now = found;
        listeners.forEach(listener -> listener.accept(found));
    }

    public synchronized boolean watched() {
        return !listeners.isEmpty();
    }

    @Override
    public synchronized Runnable watch(Consumer<Found> listener) {
        listeners.add(listener);
        listener.accept(now);
        return () -> forget(listener);
    }

    private synchronized void forget(Consumer<Found> listener) {
        listeners.remove(listener);
    }
}
