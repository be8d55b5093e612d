package tincan;

import java.util.concurrent.TimeUnit;
import tincan.session.VoicePath;

/// Notices when a voice has been without a way for so long that it has to be said. Not thread-safe; time comes in, by
/// [System#nanoTime].
final class WayWatch {
    /// A way is found sooner than this where there is one.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private boolean looking;
    private boolean told;
    private long since;

    /// Takes how it is now.
    ///
    /// @return whether it is to be said, which is so once until a way is found
    boolean isLost(VoicePath path, long now) {
        boolean before = looking;
        looking = path == VoicePath.NONE || path == VoicePath.TRYING;
        told &= looking;
        if (!before) {
            since = now;
        }
        boolean news = looking && !told && now - since >= PATIENCE_NANOS;
        told |= news;
        return news;
    }
}
