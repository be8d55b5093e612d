package tincan.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.export.Recording;
import tincan.voice.Speech;

/// A host and a guest on this computer that talked with each other, seen from both ends.
public final class RecordedSession {
    /// A second at 48 kHz.
    private static final int SECOND = 48_000;

    private final EventLog atHost = EventLog.usual();
    private final EventLog atGuest = EventLog.usual();
    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private final HostSession host;
    private final GuestSession guest;

    private RecordedSession(Privacy privacy) throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH))
                .withPrivacy(privacy).onLoopback(), atHost);
        host.start(hostEar);
        GuestOptions options = new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob")
                .withAccess(privacy == Privacy.OPEN ? GuestOptions.Access.OPEN : GuestOptions.Access.PRIVATE);
        guest = new GuestSession(
                host.controls().flatMap(HostControls::code).flatMap(Code::parse).map(options::withCode).orElse(options),
                atGuest);
        guest.start(guestEar);
    }

    /// An open lesson.
    ///
    /// @param texts what each of the two says
    public static Recording of(int texts) throws Exception {
        return new RecordedSession(Privacy.OPEN).talk(texts);
    }

    /// A private one without a code cannot be joined without a person, so it has one.
    public static Recording inPrivate(int texts) throws Exception {
        return new RecordedSession(Privacy.CODE).talk(texts);
    }

    /// An open lesson in which the guest, who is member 2, speaks for a second.
    public static Recording spoken() throws Exception {
        return new RecordedSession(Privacy.OPEN).speak();
    }

    /// The same in private.
    public static Recording spokenInPrivate() throws Exception {
        return new RecordedSession(Privacy.CODE).speak();
    }

    private Recording talk(int texts) throws Exception {
        for (int i = 1; i <= texts; i++) {
            host.say("host says 你好 " + i);
            guest.say("guest says <b>hello</b> " + i);
        }
        hostEar.awaitSaidCount(2L * texts);
        guestEar.awaitSaidCount(2L * texts);
        guest.say("a long text: " + "0123456789".repeat(6_000));
        hostEar.awaitSaidCount(2L * texts + 1);
        guestEar.awaitSaidCount(2L * texts + 1);
        return end();
    }

    private Recording speak() throws Exception {
        HeldSound sound = new HeldSound(Arrays.copyOf(Speech.recording(), SECOND));
        host.joinVoice(HeldSound.silent());
        guest.joinVoice(sound);
        guestEar.await(_ -> guest.voice().map(Voice::path).equals(Optional.of(VoicePath.DATAGRAMS)), "voice");
        sound.speak();
        sound.awaitSaid();
        return end();
    }

    private Recording end() throws Exception {
        guest.leave();
        host.leave();
        Settled.awaitEndOfCalls(atHost, atGuest);
        return new Recording(List.of(Recording.End.of("host", Duration.ZERO, atHost),
                Recording.End.of("guest", Duration.ZERO, atGuest)));
    }
}
