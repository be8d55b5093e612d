package tincan.ui;

import java.time.Instant;
import tincan.session.HostOptions;

/// A session that was hosted here, did not end properly, and can go on.
///
/// @param last when something was last said in it
/// @param people how many were in it, the host among them
/// @param options how to host it again, so that all may come back
/// @param discard throws it away; may block
public record Resumable(String title, Instant last, int people, HostOptions options, Runnable discard) {}
