package tincan.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Ada's session on this computer and its guests, with microphones and loudspeakers in memory.
final class VoiceStand implements AutoCloseable {
    final EventLog hostLog = EventLog.usual();
    final EventLog guestLog = EventLog.usual();
    final HostSession host;
    final End ada;
    private final List<AutoCloseable> open = new ArrayList<>();

    VoiceStand(Privacy privacy, Mode mode, HeldSound sound) throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH)).onLoopback()
                .withPrivacy(privacy).withRules(RoomRules.DEFAULT.withMode(mode)), hostLog);
        ada = opened(new End(host, sound));
    }

    /// One person.
    static final class End {
        final Session session;
        final HeldSound sound;
        final Ear ear = new Ear();

        private End(Session session, HeldSound sound) {
            this.session = session;
            this.sound = sound;
        }

        int member() {
            return session.self().member();
        }

        Voice voice() {
            return session.voice().orElseThrow();
        }

        void joinVoice(VoicePath path) throws InterruptedException {
            session.joinVoice(sound);
            awaitPath(path);
        }

        void awaitPath(VoicePath path) throws InterruptedException {
            ear.await(_ -> session.voice().map(Voice::path).equals(Optional.of(path)), "voice by " + path);
        }

        void awaitFloor(Stand stand) throws InterruptedException {
            ear.await(_ -> session.floor().view().stand() == stand, "the floor to be " + stand);
        }
    }

    private End opened(End end) throws SessionFailure {
        end.session.start(end.ear);
        open.add(end.session);
        return end;
    }

    /// Somebody joins the straight way.
    End join(String name, HeldSound sound) throws SessionFailure {
        return join(name, sound, new PeerAddress("127.0.0.1", host.port(), ""));
    }

    End join(String name, HeldSound sound, PeerAddress address) throws SessionFailure {
        GuestOptions options = new GuestOptions(address, name);
        GuestSession guest = new GuestSession(host.controls().flatMap(HostControls::code).flatMap(Code::parse)
                .map(options::withCode).orElse(options), guestLog);
        return opened(new End(guest, sound));
    }

    /// Keeps something open until the end.
    <T extends AutoCloseable> T keep(T what) {
        open.add(what);
        return what;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }
}
