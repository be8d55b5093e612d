package tincan;

import java.util.List;
import java.util.function.Consumer;
import tincan.nearby.Browser;
import tincan.nearby.FoundSession;
import tincan.session.Sessions;
import tincan.ui.Nearby;

/// What the window finds on the network, as long as it looks.
final class LanNearby implements Nearby {
    private final Sessions sessions;

    LanNearby(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Runnable watch(Consumer<Found> listener) {
        listener.accept(new Found(Status.LISTENING, List.of()));
        Browser browser = sessions.browser();
        browser.start(found -> listener.accept(new Found(
                browser.listening() == 0 ? Status.NO_NETWORK : Status.LISTENING,
                found.stream().map(LanNearby::row).toList())));
        return () -> Thread.ofVirtual().name("nearby browser closes").start(browser::close);
    }

    private static NearbySession row(FoundSession found) {
        return new NearbySession(found.id(), found.title(), found.host(), found.open(), found.addresses());
    }
}
