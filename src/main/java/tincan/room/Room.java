package tincan.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import tincan.room.Outcome.Admitted;
import tincan.room.Outcome.Appended;
import tincan.room.Outcome.Declined;
import tincan.room.Outcome.Noted;
import tincan.room.Outcome.Why;
import tincan.wire.BrokenFrame;
import tincan.wire.FrameWriter;

/// The room: a state machine. [#apply] decides what becomes of a command, by who is in ([Members]) and who may speak
/// ([Turns]), and whatever everybody is to know becomes an entry of the log. Not thread-safe: its host holds one lock
/// around each call, and only for the call.
public final class Room {
    private static final String NAMELESS = "Guest";

    private final RoomRules rules;
    private final RoomLog log;
    private final FrameWriter writer = new FrameWriter();
    private final Members members = new Members();
    private final Turns turns = new Turns(members);
    /// Those who came in since the last [#takeWithheld], in a room that withholds.
    private final List<MemberState> newcomers = new ArrayList<>();
    private long restoredSeq;

    /// A room whose entries everybody sees at once.
    public Room(RoomRules rules) {
        this(rules, 1);
    }

    private Room(RoomRules rules, long firstSeq) {
        this.rules = rules;
        this.log = new RoomLog(rules.retention(), firstSeq);
    }

    /// A room that goes on where another one ended; with [RoomState#EMPTY] a new one. It withholds its entries: nobody
    /// sees one before [#publishTaken].
    ///
    /// All who were there are lost but `host`; they may come back as if they had been lost at `now`.
    ///
    /// @throws BrokenFrame if the entries are none, or not in order
    public static Room restore(RoomRules rules, RoomState state, int host, Instant now) throws BrokenFrame {
        Replay replay = new Replay(state);
        Room room = new Room(rules, replay.firstSeq());
        room.restoredSeq = replay.lastSeq();
        room.members.restore(replay.members(), replay.lastMember());
        if (replay.lastSeq() > 0) {
            room.turns.goOn(replay.mode(), replay.lastEpoch());
        }
        replay.appendTo(room.log);
        room.log.withhold();
        for (Member member : replay.members()) {
            member.lostAt = now;
            member.mayHave = replay.lastSeq();
            if (member.present && member.number != host) {
                room.lose(new Command.Lose(member.seat()), now);
            }
        }
        return room;
    }

    /// What is new since the last call and nobody sees yet, for a room that withholds; to be written down.
    public RoomState takeWithheld() {
        RoomState fresh = new RoomState(members.last(), newcomers, log.takeWithheld(), turns.mode(),
                turns.lastEpoch());
        newcomers.clear();
        return fresh;
    }

    /// Lets everybody see what was taken: it is written down.
    public void publishTaken() {
        log.publishTaken();
    }

    /// Lets everybody see everything at once, now and from now on.
    public void withholdNoMore() {
        log.withholdNoMore();
    }

    /// The last entry that there was when the room was restored; 0 for a new one.
    public long restoredSeq() {
        return restoredSeq;
    }

    /// How many bytes of entries nobody sees yet.
    public long withheld() {
        return log.end() - log.size();
    }

    /// The number of the newest entry that everybody may see; 0 if there is none.
    public long publishedSeq() {
        return log.publishedSeq();
    }

    /// Everything that a restored room would need, what is withheld included.
    public RoomState state() {
        return new RoomState(members.last(), members.states(), log.all(), turns.mode(), turns.lastEpoch());
    }

    /// A member that is present takes its seat in a restored room, before the oldest entry.
    public Admitted admitAgain(int number) {
        return admitted(Objects.requireNonNull(members.of(number)), log.firstSeq());
    }

    /// Does what is asked, if it may be done.
    ///
    /// @param now the time that new entries carry
    public Outcome apply(Command command, Instant now) {
        return switch (command) {
            case Command.Join join -> join(join, now);
            case Command.Return back -> comeBack(back, now);
            case Command.Say say -> say(say, now);
            case Command.SayLine line -> sayLine(line, now);
            case Command.SetMode set -> setMode(set, now);
            case Command.EndTurn turn -> endTurn(turn, now);
            case Command.Acknowledge acknowledge -> acknowledge(acknowledge);
            case Command.Type type -> type(type);
            case Command.Lose lose -> lose(lose, now);
            case Command.Leave leave -> leave(leave, now);
            case Command.Remove remove -> remove(remove, now);
            case Command.Expire _ -> expire(now);
        };
    }

    private Outcome join(Command.Join join, Instant now) {
        if (members.size() >= rules.members() && !forgetLongestAway(now)) {
            return new Declined(Why.FULL);
        }
        Member member = members.add(Words.name(join.name(), NAMELESS), join.key(), join.mayReturn());
        if (log.withholds()) {
            newcomers.add(member.state());
        }
        long joined = append(member, new Entry.Joined(), now);
        long first = Math.max(log.firstSeq(), joined - rules.history());
        member.acknowledged = first - 1;
        return admitted(member, first);
    }

    private Outcome comeBack(Command.Return back, Instant now) {
        Member member = members.of(back.member());
        if (member == null || !member.mayReturnWith(back.key()) || back.last() < 0
                || back.last() > Math.min(log.lastSeq(), member.mayHave)) {
            return new Declined(Why.NO_PLACE);
        }
        if (members.seatAgain(member)) {
            append(member, new Entry.Returned(), now);
        }
        member.acknowledged = Math.max(member.acknowledged, back.last());
        return admitted(member, Math.max(log.firstSeq(), back.last() + 1));
    }

    private Admitted admitted(Member member, long first) {
        return new Admitted(member.seat(), member.name, first, log.lastSeq(), member.said, log.cursorBefore(first),
                turns.mode());
    }

    private Outcome say(Command.Say say, Instant now) {
        Member member = members.seated(say.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        if (say.id() <= member.said || (member.refused != 0 && say.id() != member.refused)) {
            return new Noted();
        }
        if (!turns.maySay(member.number)) {
            member.refused = say.id();
            return new Declined(Why.NOT_YOUR_TURN);
        }
        return say(member, say.id(), say.text(), now);
    }

    private Outcome sayLine(Command.SayLine line, Instant now) {
        Member member = members.seated(line.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        return turns.maySayLine()
                ? say(member, line.id(), line.text(), now)
                : new Declined(Why.NOT_YOUR_TURN);
    }

    private Outcome say(Member member, long id, String said, Instant now) {
        String text = Words.wellFormed(said);
        if (!Limits.fits(text)) {
            return new Declined(Why.TOO_LONG);
        }
        member.said = id;
        member.refused = 0;
        members.type(member, false);
        return new Appended(append(member, new Entry.Said(id, text), now));
    }

    private Outcome setMode(Command.SetMode set, Instant now) {
        Member member = members.seated(set.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        return turns.change(set.mode())
                ? new Appended(append(member, new Entry.ModeSet(set.mode()), now))
                : new Noted();
    }

    private Outcome endTurn(Command.EndTurn turn, Instant now) {
        Optional<String> name = turns.over(turn.member(), turn.epoch());
        return name.isEmpty()
                ? new Declined(Why.NO_PLACE)
                : new Appended(append(turn.member(), name.get(), new Entry.Spoke(turn.epoch(), turn.millis()), now));
    }

    private Outcome acknowledge(Command.Acknowledge acknowledge) {
        Member member = members.seated(acknowledge.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        member.acknowledged = Math.max(member.acknowledged, Math.min(acknowledge.seq(), log.publishedSeq()));
        return new Noted();
    }

    private Outcome type(Command.Type type) {
        Member member = members.seated(type.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        members.type(member, type.now());
        return new Noted();
    }

    private Outcome lose(Command.Lose lose, Instant now) {
        Member member = members.seated(lose.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        if (!member.mayReturn) {
            return remove(member, LeaveReason.LEFT, now);
        }
        members.lose(member, now);
        return new Appended(append(member, new Entry.Lost(), now));
    }

    private Outcome leave(Command.Leave leave, Instant now) {
        Member member = members.seated(leave.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        return remove(member, leave.reason(), now);
    }

    private Outcome remove(Command.Remove remove, Instant now) {
        Member member = members.of(remove.member());
        return member == null ? new Declined(Why.NO_PLACE) : remove(member, remove.reason(), now);
    }

    private Outcome expire(Instant now) {
        Outcome outcome = new Noted();
        for (Member member : members.awaySince(now.minus(rules.awayFor()))) {
            outcome = remove(member, LeaveReason.LOST, now);
        }
        return outcome;
    }

    private boolean forgetLongestAway(Instant now) {
        return members.longestAway().map(member -> remove(member, LeaveReason.LOST, now)).isPresent();
    }

    private Outcome remove(Member member, LeaveReason reason, Instant now) {
        members.remove(member);
        return new Appended(append(member, new Entry.Left(reason), now));
    }

    private long append(Member author, Entry.Body body, Instant now) {
        return append(author.number, author.name, body, now);
    }

    private long append(int author, String name, Entry.Body body, Instant now) {
        writer.encode(EntryCodec.frame(new Entry(log.lastSeq() + 1, now, author, name, body)));
        return log.append(writer.data(), 0, writer.length());
    }

    /// Who is in or may come back.
    public Members members() {
        return members;
    }

    /// Who may speak.
    public Turns turns() {
        return turns;
    }

    /// The number up to which every member present but `author` has acknowledged all entries; empty if nobody else is
    /// present. Whoever came in late counts for those before it, so what is not published must not.
    public OptionalLong acknowledgedByAllBut(int author) {
        OptionalLong acknowledged = members.acknowledgedByAllBut(author);
        return acknowledged.isEmpty()
                ? acknowledged
                : OptionalLong.of(Math.min(acknowledged.getAsLong(), log.publishedSeq()));
    }

    /// A cursor that stands before the entry `seq`, or before the oldest that is kept.
    public Cursor cursorBefore(long seq) {
        return log.cursorBefore(seq);
    }

    /// The number of the newest entry; 0 in a new room.
    public long lastSeq() {
        return log.lastSeq();
    }
}
