package tincan.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import tincan.room.Command;
import tincan.room.Mode;
import tincan.room.Outcome.Admitted;
import tincan.room.Outcome;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Refusal;

/// Gives those whom the door let through their place in the room.
final class Admission implements Guests {
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final HostOptions options;
    private final HostRoom room;
    private final PlainLines words;
    private final MemberService service;
    private final Consumer<MemberConnection> serving;

    /// @param serving serves a connection until it is over
    Admission(HostOptions options, HostRoom room, PlainLines words, MemberService service,
            Consumer<MemberConnection> serving) {
        this.options = options;
        this.room = room;
        this.words = words;
        this.service = service;
        this.serving = serving;
    }

    /// A name for a room that no other has.
    static String id() {
        return random(ID_BYTES);
    }

    /// 256 bits that nobody guesses.
    static String secret() {
        return random(SECRET_BYTES);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public Optional<Frame.Refused> framed(Line line, Frame.Hello hello, Security security, Runnable passed)
            throws IOException {
        if (hello.version() != Frame.VERSION) {
            return Optional.of(new Frame.Refused(Refusal.VERSION, "this host speaks version " + Frame.VERSION));
        }
        return switch (hello.purpose()) {
            case MEMBER -> member(line, hello, security, passed);
            case EVENTS -> service.farEnds().take(line, hello, passed);
            case VOICE -> service.voice().take(line, hello, passed);
        };
    }

    private Optional<Frame.Refused> member(Line line, Frame.Hello hello, Security security, Runnable passed)
            throws IOException {
        prepare(line);
        String key = hello.back().map(Frame.Return::key).orElseGet(Admission::secret);
        Outcome outcome = room.shared().apply(command(hello, key));
        if (!(outcome instanceof Admitted admitted)) {
            boolean full = outcome instanceof Outcome.Declined declined && declined.why() == Outcome.Why.FULL;
            return Optional.of(new Frame.Refused(full ? Refusal.FULL : Refusal.NO_PLACE, ""));
        }
        Frame.Welcome welcome = new Frame.Welcome(Frame.VERSION, room.id(), options.title(),
                admitted.seat().member(),
                admitted.name(), key, admitted.first(), admitted.last(), admitted.said(),
                options.rules().rate().perSecond(), word(admitted.mode()));
        passed.run();
        serving.accept(new FramedMember(new MemberConnection.Stay(line, room.shared(), admitted, security, pace()),
                welcome, service));
        return Optional.empty();
    }

    /// A chat is what every version knows.
    private static String word(Mode mode) {
        return mode == Mode.CHAT ? "" : mode.wire();
    }

    private Command command(Frame.Hello hello, String key) {
        if (hello.back().isEmpty()) {
            return new Command.Join(hello.name(), key, true);
        }
        Frame.Return back = hello.back().get();
        return new Command.Return(back.session().equals(room.id()) ? back.member() : 0, key, back.last());
    }

    @Override
    public Optional<Frame.Refused> plain(Line line, Runnable passed) throws IOException {
        prepare(line);
        if (room.shared().apply(new Command.Join(line.address(), "", false)) instanceof Admitted admitted) {
            passed.run();
            String greeting = words.greeting(options.title(), admitted.name());
            serving.accept(new PlainMember(
                    new MemberConnection.Stay(line, room.shared(), admitted, Security.OPEN, pace()), words, greeting,
                    service));
            return Optional.empty();
        }
        return Optional.of(new Frame.Refused(Refusal.FULL, ""));
    }

    /// From the door, which knows deadlines, to the session, which knows silence. It comes before the place is given,
    /// because it fails on a connection that was cut.
    private static void prepare(Line line) throws IOException {
        line.readTimeout(0);
        line.reader().limit(FrameReader.MAX_LENGTH);
    }

    private Pace pace() {
        return new Pace(options.rules().rate(), System.nanoTime());
    }
}
