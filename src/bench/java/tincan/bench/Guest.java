package tincan.bench;

import java.time.Duration;
import java.util.Optional;
import tincan.secure.Code;
import tincan.session.GuestOptions;
import tincan.session.GuestSession;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.session.SessionFailure;
import tincan.trace.EventLog;

/// A guest as the program has it, in a process of its own: `Guest <port>`, with the code of a private session in the
/// environment. Prints how long it took to come in, in microseconds, and leaves.
final class Guest {
    private Guest() {}

    public static void main(String[] args) throws SessionFailure {
        Optional<Code> code = Optional.ofNullable(System.getenv(Target.CODE)).flatMap(Code::parse);
        System.out.println(join(new Target(code.isPresent() ? Protocol.TINCAN_TLS : Protocol.TINCAN,
                Integer.parseInt(args[0]), code)).toNanos() / 1000);
    }

    /// Comes in and leaves.
    ///
    /// @return how long it took from the beginning of connecting until WELCOME was read
    static Duration join(Target target) throws SessionFailure {
        GuestOptions plain = new GuestOptions(new PeerAddress("127.0.0.1", target.port(), ""), "Guest")
                .withAccess(GuestOptions.Access.OPEN);
        GuestSession guest = new GuestSession(target.code().map(plain::withCode).orElse(plain), EventLog.off());
        long began = System.nanoTime();
        guest.start(Session.NOBODY);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        guest.leave();
        return took;
    }
}
