package tincan.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tincan.room.Attendee;
import tincan.room.Command;
import tincan.room.LeaveReason;
import tincan.room.Limits;
import tincan.room.Outcome;
import tincan.room.floor.FloorCodec;
import tincan.room.floor.FloorMessage;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// A member whose program speaks frames.
final class FramedMember extends MemberConnection {
    private static final int ROSTER_PART = 256;
    /// So many answers about the floor wait for a member that does not read. A lost one is made good by the lease.
    private static final int FLOOR_ANSWERS = 64;

    /// What it costs to begin to take part in the voice, or to stop: everybody gets new keys.
    private static final int VOICE_COST = 4;

    private final MemberService service;

    private volatile boolean pingDue;
    private volatile boolean askDue;
    /// The stamp of the newest ping that waits for its answer.
    private final AtomicReference<Frame.@Nullable Pong> pong = new AtomicReference<>();
    private final AtomicReference<Frame.@Nullable VoiceKeys> voiceKeys = new AtomicReference<>();
    /// The stamp of the newest ping that was sent.
    private volatile long pinged;
    /// Owner: the writer's thread. Gone once it is written.
    private Frame.@Nullable Welcome welcome;
    /// Owner: the writer's thread.
    private byte[] typistsSeen = {};
    /// Owner: the writer's thread.
    private Optional<FloorSignal> floorSeen = Optional.empty();
    /// Owner: its own lock.
    private final ArrayDeque<FloorMessage> floorAnswers = new ArrayDeque<>();
    /// A text was not taken, and that is still to be told.
    private volatile boolean notTakenDue;
    /// What was said since the last pause. Owner: the reader's thread.
    private int spent;

    FramedMember(Stay stay, Frame.Welcome welcome, MemberService service) {
        super(stay);
        this.welcome = welcome;
        this.service = service;
    }

    /// Hands the member what its voice packets are sealed with; of several that wait the newest.
    void voiceKeys(Frame.VoiceKeys keys) {
        voiceKeys.set(keys);
        bell.ring();
    }

    /// Asks the member to show its end of the connection.
    void askForEnd() {
        askDue = true;
        bell.ring();
    }

    @Override
    void tellFloor(FloorMessage.FromServer message) {
        synchronized (floorAnswers) {
            if (floorAnswers.size() >= FLOOR_ANSWERS) {
                floorAnswers.remove();
            }
            floorAnswers.add(message);
        }
        bell.ring();
    }

    @Override
    @Nullable
    LeaveReason read() throws IOException, BrokenFrame, InterruptedException {
        do {
            List<Command> commands = new ArrayList<>();
            try {
                if (collect(commands)) {
                    return LeaveReason.LEFT;
                }
            } finally {
                apply(commands); // what was whole before a goodbye or a broken frame counts
            }
            if (pause(spent)) {
                return LeaveReason.FLOOD;
            }
            spent = 0;
        } while (line.read());
        return null;
    }

    private void apply(List<Command> commands) throws BrokenFrame, InterruptedException {
        if (!commands.isEmpty()) {
            room.followers().await();
            spent += cost(commands);
            require(room.applyAll(commands));
            service.onAcknowledged().run();
            commands.clear();
        }
    }

    /// An acknowledgement answers what others said; the rest is of the member's own making.
    private static int cost(List<Command> commands) {
        int cost = 0;
        for (Command command : commands) {
            cost += switch (command) {
                case Command.Say say -> Pace.cost(say.text());
                case Command.Acknowledge _ -> 0;
                default -> 1;
            };
        }
        return cost;
    }

    /// Turns the frames that are there into commands.
    ///
    /// @return whether the member said goodbye
    private boolean collect(List<Command> commands) throws BrokenFrame, InterruptedException {
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            switch (frame) {
                case Frame.Say say -> commands.add(new Command.Say(seat, say.id(), say.text()));
                case Frame.Ack ack -> commands.add(new Command.Acknowledge(seat, ack.seq()));
                case Frame.Typing typing -> commands.add(new Command.Type(seat, typing.now()));
                case Frame.Ping ping -> {
                    pong.set(new Frame.Pong(ping.stamp()));
                    bell.ring();
                }
                case Frame.Floor floor -> floor(floor, commands);
                case Frame.Pong answer when answer.stamp() == pinged ->
                    roundTrip(Duration.ofNanos(System.nanoTime() - answer.stamp()));
                case Frame.Bye _ -> {
                    return true;
                }
                case Frame.Watch(boolean now) when !now -> service.farEnds().declined(seat.member());
                case Frame.VoiceJoin(boolean join) -> {
                    spent += VOICE_COST;
                    service.voice().guest(this, join);
                }
                case Frame.Pong _,Frame.Watch _,Frame.Unknown _ -> {
                }
                case Frame.Trace _,Frame.Clock _,Frame.VoiceKeys _,Frame.Packet _,Frame.Hello _,Frame.Opening _,Frame.Choice _,Frame.Proof _,Frame.Welcome _,Frame.Refused _,Frame.Roster _,Frame.Entry _,Frame.Typists _ ->
                    throw new BrokenFrame("a frame that only a host sends, or a second hello");
            }
        }
        return false;
    }

    private void roundTrip(Duration time) {
        service.events().tellLatest(seat.member(), () -> new SessionEvent.RoundTrip(seat.member(), time));
    }

    /// What was said before it counts first.
    private void floor(Frame.Floor frame, List<Command> commands) throws BrokenFrame, InterruptedException {
        spent++;
        Optional<FloorMessage.FromParticipant> message = FloorCodec.fromParticipant(frame);
        if (message.isPresent()) {
            apply(commands);
            service.floor().heard(seat, message.get());
        }
    }

    private void require(Optional<Outcome.Why> declined) throws BrokenFrame {
        if (declined.isPresent()) {
            switch (declined.get()) {
                case TOO_LONG -> throw new BrokenFrame("text longer than " + Limits.TEXT_BYTES + " bytes");
                case NOT_YOUR_TURN -> {
                    notTakenDue = true;
                    bell.ring();
                }
                case STALE, FULL, NO_PLACE -> {
                    // another connection of this member has taken over, or it was removed: its line is being closed
                }
            }
        }
    }

    @Override
    void writeGreeting() throws IOException {
        Frame.Welcome first = welcome;
        if (first != null) {
            send(first);
            welcome = null;
        }
        // entries after this moment may tell of the same comings and goings again, which changes nothing
        List<Attendee> roster = room.ask(inside -> inside.members().all());
        for (int from = 0; from < roster.size(); from += ROSTER_PART) {
            send(new Frame.Roster(roster.subList(from, Math.min(roster.size(), from + ROSTER_PART)).stream()
                    .map(one -> new Frame.Person(one.member(), one.name(), one.present())).toList()));
        }
    }

    @Override
    void writeEntries(byte[] data, int offset, int length) throws IOException, BrokenFrame {
        writePieces(data, offset, length);
        line.frames().wrote(data, offset, length);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the room makes another array whenever who types changes
    void writeSignals() throws IOException {
        Frame.Pong answer = pong.getAndSet(null);
        if (answer != null) {
            send(answer);
        }
        if (pingDue) {
            pingDue = false;
            pinged = System.nanoTime();
            send(new Frame.Ping(pinged));
        }
        if (askDue) {
            askDue = false;
            send(new Frame.Watch(true));
        }
        Frame.VoiceKeys keys = voiceKeys.getAndSet(null);
        if (keys != null) {
            send(keys);
        }
        writeFloor();
        byte[] typists = room.typistsFrame();
        if (typists != typistsSeen) {
            typistsSeen = typists;
            send(typists);
        }
    }

    private void writeFloor() throws IOException {
        if (notTakenDue) {
            notTakenDue = false;
            long refused = room.ask(inside -> inside.members().refused(seat.member()));
            if (refused != 0) {
                send(Frame.Floor.of(FloorCodec.NOT_TAKEN).withId(refused));
            }
        }
        List<FloorMessage> answers = takeAnswers();
        Optional<FloorSignal> floor = service.floor().signal();
        if (!floor.equals(floorSeen)) {
            floorSeen = floor;
            if (floor.isPresent()) {
                send(floor.get().frame()); // whoever is told to wait knows for whom
            }
        }
        for (FloorMessage answer : answers) {
            send(FloorCodec.frame(answer));
        }
    }

    private List<FloorMessage> takeAnswers() {
        synchronized (floorAnswers) {
            List<FloorMessage> all = List.copyOf(floorAnswers);
            floorAnswers.clear();
            return all;
        }
    }

    @Override
    void writeFarewell(String code) throws IOException {
        send(new Frame.Bye(code));
    }

    private void send(Frame frame) throws IOException {
        send(FrameWriter.bytes(frame));
    }

    private void send(byte[] frame) throws IOException {
        try {
            writeEntries(frame, 0, frame.length);
        } catch (BrokenFrame e) {
            throw new IOException("a frame of our own is broken", e);
        }
    }

    @Override
    EndReason tick(long number) {
        if (number % 2 == 0) {
            pingDue = true;
            bell.ring();
        }
        return super.tick(number);
    }

    @Override
    boolean answersProbes() {
        return true;
    }
}
