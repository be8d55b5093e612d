package tincan.session;

import java.util.List;
import java.util.Locale;
import java.time.Duration;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.export.Recording;

/// A host and a guest on this computer that talked with each other, seen from both ends.
public final class RecordedSession {
    private RecordedSession() {}

    /// An open lesson.
    ///
    /// @param texts what each of the two says
    public static Recording of(int texts) throws Exception {
        return of(texts, Privacy.OPEN);
    }

    /// A private one without a code cannot be joined without a person, so it has one.
    public static Recording inPrivate(int texts) throws Exception {
        return of(texts, Privacy.CODE);
    }

    private static Recording of(int texts, Privacy privacy) throws Exception {
        EventLog atHost = EventLog.usual();
        EventLog atGuest = EventLog.usual();
        Ear hostEar = new Ear();
        Ear guestEar = new Ear();
        HostSession host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH))
                .withPrivacy(privacy).onLoopback(), atHost);
        host.start(hostEar);
        GuestOptions options = new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob")
                .withAccess(privacy == Privacy.OPEN ? GuestOptions.Access.OPEN : GuestOptions.Access.PRIVATE);
        GuestSession guest = new GuestSession(
                host.controls().flatMap(HostControls::code).flatMap(Code::parse).map(options::withCode).orElse(options),
                atGuest);
        guest.start(guestEar);
        for (int i = 1; i <= texts; i++) {
            host.say("host says 你好 " + i);
            guest.say("guest says <b>hello</b> " + i);
        }
        hostEar.awaitSaidCount(2L * texts);
        guestEar.awaitSaidCount(2L * texts);
        guest.say("a long text: " + "0123456789".repeat(6_000));
        hostEar.awaitSaidCount(2L * texts + 1);
        guestEar.awaitSaidCount(2L * texts + 1);
        guest.leave();
        host.leave();
        Settled.awaitEndOfCalls(atHost, atGuest);
        return new Recording(List.of(Recording.End.of("host", Duration.ZERO, atHost),
                Recording.End.of("guest", Duration.ZERO, atGuest)));
    }
}
