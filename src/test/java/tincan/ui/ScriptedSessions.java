package tincan.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tincan.nearby.Browser;
import tincan.session.GuestOptions;
import tincan.session.HostOptions;
import tincan.session.Session;
import tincan.session.Sessions;
import tincan.trace.EventLog;

/// Hands out the sessions it was given, in order, and then ones that open at once; notes what was asked for.
public final class ScriptedSessions implements Sessions {
    private final Deque<Session> next = new ArrayDeque<>();
    private final List<HostOptions> hosted = new ArrayList<>();
    private final List<GuestOptions> joined = new ArrayList<>();

    public synchronized ScriptedSessions then(Session session) {
        next.add(session);
        return this;
    }

    public synchronized List<HostOptions> hosted() {
        return List.copyOf(hosted);
    }

    /// Name and address of each.
    public synchronized List<String> joined() {
        return joined.stream().map(options -> options.name() + " at " + options.address().shown()).toList();
    }

    /// What each guest asked for.
    public synchronized List<GuestOptions> guests() {
        return List.copyOf(joined);
    }

    @Override
    public synchronized Session host(HostOptions options, EventLog log) {
        hosted.add(options);
        return next.isEmpty() ? ScriptedSession.host(options.title(), options.name()) : next.remove();
    }

    @Override
    public synchronized Session join(GuestOptions options, EventLog log) {
        joined.add(options);
        return next.isEmpty() ? ScriptedSession.guest("Ada’s session", options.name()) : next.remove();
    }

    @Override
    public Browser browser() {
        throw new UnsupportedOperationException("nobody looks for sessions here");
    }
}
