package tincan.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// Whom a host does not let in, whatever they prove. Any thread.
final class Moderation {
    private final Runnable onChange;
    private final Set<String> barred = new CopyOnWriteArraySet<>();
    private volatile boolean locked;

    Moderation(Runnable onChange) {
        this.onChange = onChange;
    }

    /// Why somebody from there is not let in; empty if it may be.
    ///
    /// @param back whether it was in already
    Optional<Frame.Refused> refusal(String origin, boolean back) {
        if (isBarred(origin)) {
            return Optional.of(new Frame.Refused(Refusal.BARRED, ""));
        }
        return locked && !back ? Optional.of(new Frame.Refused(Refusal.LOCKED, "")) : Optional.empty();
    }

    boolean isBarred(String origin) {
        return barred.contains(origin);
    }

    void lock(boolean now) {
        locked = now;
        onChange.run();
    }

    boolean isLocked() {
        return locked;
    }

    void bar(String origin) {
        barred.add(origin);
        onChange.run();
    }

    void unbar(String origin) {
        barred.remove(origin);
        onChange.run();
    }

    /// In the order they were barred.
    List<String> barred() {
        return List.copyOf(barred);
    }
}
