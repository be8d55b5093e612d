package tincan.ui;

import java.util.List;
import java.util.function.Consumer;

/// Looks for sessions that are announced on this network.
public interface Nearby {

    /// Looks from now on.
    ///
    /// @param listener gets what is known at once and after each change, on any thread, one call at a time
    /// @return ends it, at once
    Runnable watch(Consumer<Found> listener);

    /// What is known now.
    ///
    /// @param sessions in any order
    record Found(Status status, List<NearbySession> sessions) {
        public Found {
            sessions = List.copyOf(sessions);
        }
    }

    /// Whether anything can be found.
    enum Status {
        /// Whoever announces a session will be found.
        LISTENING,
        /// This computer cannot listen for announcements here.
        NO_NETWORK
    }

    /// A session that is announced. Its words come from the network, as they are.
    ///
    /// @param id the same for the same session
    /// @param open whether it is an open lesson
    /// @param addresses host and port as a person would type them, the likeliest first; at least one
    record NearbySession(String id, String title, String host, boolean open, List<String> addresses) {
        public NearbySession {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("no address");
            }
        }
    }
}
