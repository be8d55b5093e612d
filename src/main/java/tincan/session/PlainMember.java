package tincan.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.room.Command;
import tincan.room.Entry;
import tincan.room.EntryCodec;
import tincan.room.LeaveReason;
import tincan.room.Limits;
import tincan.room.Outcome;
import tincan.trace.Direction;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;

/// A member that speaks plain lines, such as a person with `nc`: each line it sends is said under its address, and the
/// room comes to it as lines. It has no number for what it says and no key, so it cannot come back to its place.
final class PlainMember extends MemberConnection {
    private final PlainLines words;
    private final String greeting;
    private final MemberService service;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long lastId;
    private boolean afterReturn;
    /// How many bytes came since the last line, line ends among them.
    private int came;
    /// What was said since the last pause, see [Pace#cost].
    private int said;
    /// A line was not taken, and that is still to be told.
    private volatile boolean refusedDue;
    /// Whether it waits to be told that its next line is taken. Owner: the writer's thread.
    private boolean waitsForTurn;

    PlainMember(Stay stay, PlainLines words, String greeting, MemberService service) {
        super(stay);
        this.words = words;
        this.greeting = greeting;
        this.service = service;
    }

    @Override
    @Nullable
    LeaveReason read() throws IOException, BrokenFrame, InterruptedException {
        do {
            room.followers().await();
            for (byte next : line.reader().drain()) {
                take(next);
            }
            if (pause(said)) {
                return LeaveReason.FLOOD;
            }
            said = 0;
        } while (line.read());
        if (unfinished.size() > 0) {
            endLine();
        }
        return LeaveReason.LEFT;
    }

    private void take(byte next) throws BrokenFrame {
        came++;
        boolean ends = next == '\n' || next == '\r';
        if (ends && !(next == '\n' && afterReturn)) {
            endLine();
        } else if (!ends) {
            if (unfinished.size() >= Limits.TEXT_BYTES) {
                throw new BrokenFrame("line longer than " + Limits.TEXT_BYTES + " bytes");
            }
            unfinished.write(next);
        }
        afterReturn = next == '\r';
    }

    private void endLine() throws BrokenFrame {
        byte[] bytes = unfinished.toByteArray();
        unfinished.reset();
        line.frames().line(Direction.IN, bytes, came);
        came = 0;
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.isBlank()) {
            said += Pace.cost(text);
            Outcome outcome = room.apply(new Command.SayLine(seat, ++lastId, text));
            if (outcome instanceof Outcome.Declined(Outcome.Why why) && why == Outcome.Why.NOT_YOUR_TURN) {
                refusedDue = true;
                bell.ring();
            }
            if (outcome instanceof Outcome.Declined declined && declined.why() == Outcome.Why.TOO_LONG) {
                throw new BrokenFrame("line longer than " + Limits.TEXT_BYTES + " bytes");
            }
        }
    }

    @Override
    void writeGreeting() throws IOException {
        send(greeting);
    }

    @Override
    void writeEntries(byte[] data, int offset, int length) throws IOException, BrokenFrame {
        StringBuilder lines = new StringBuilder();
        long seen = 0;
        for (FrameReader frames = FrameReader.over(data, offset, length); frames.advance();) {
            if (frames.frame() instanceof Frame.Entry frame) {
                Entry entry = EntryCodec.entry(frame);
                seen = entry.seq();
                if (entry.member() != seat.member()) {
                    lines.append(words.of(entry));
                }
            }
        }
        send(lines.toString());
        room.apply(new Command.Acknowledge(seat, seen));
        service.onAcknowledged().run();
    }

    @Override
    void writeSignals() throws IOException {
        Optional<FloorSignal> floor = service.floor().signal();
        boolean taken = floor.isPresent() && floor.get().member() != 0;
        if (refusedDue) {
            refusedDue = false;
            waitsForTurn = true;
            send(words.notYourTurn(floor.map(FloorSignal::name).orElse("")));
        }
        if (waitsForTurn && !taken) {
            waitsForTurn = false;
            send(words.yourTurn());
        }
    }

    @Override
    void writeFarewell(String code) throws IOException {
        send(words.farewell(code));
    }

    private void send(String lines) throws IOException {
        if (!lines.isEmpty()) {
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            writePieces(bytes, 0, bytes.length);
            line.frames().line(Direction.OUT, bytes, bytes.length);
        }
    }

    @Override
    Command lost() {
        return new Command.Leave(seat, line.endReason() == EndReason.TOO_SLOW ? LeaveReason.SLOW : LeaveReason.LEFT);
    }

    @Override
    boolean answersProbes() {
        return false;
    }
}
