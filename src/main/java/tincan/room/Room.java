package tincan.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tincan.room.Outcome.Admitted;
import tincan.room.Outcome.Appended;
import tincan.room.Outcome.Declined;
import tincan.room.Outcome.Noted;
import tincan.room.Outcome.Why;
import tincan.wire.BrokenFrame;
import tincan.wire.FrameWriter;

/// The room: who is in it and what was said. A state machine: [#apply] decides, and whatever everybody is to know
/// becomes an entry of the log. Not thread-safe: its host holds one lock around each call, and only for the call.
public final class Room {
    private static final String NAMELESS = "Guest";

    private final RoomRules rules;
    private final RoomLog log;
    private final FrameWriter writer = new FrameWriter();
    private final Map<Integer, Member> members = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private int lastMember;
    private boolean peopleMoved;
    private boolean typingMoved;

    /// Those who came in since the last [#takeWithheld], in a room that withholds.
    private final List<MemberState> newcomers = new ArrayList<>();
    /// Where the log ended at the last [#takeWithheld], and with which entry.
    private long takenEnd;
    private long takenSeq;
    private long restoredSeq;

    private Mode mode = Mode.CHAT;
    /// The number of the last turn in which somebody was heard.
    private long lastEpoch;
    /// Who may speak where one does at a time; 0 if nobody may.
    private int speaker;
    /// The last one who might, who is told of even if it is gone.
    private int lastSpeaker;
    private String lastSpeakerName = "";
    /// Whether it is nobody's turn.
    private boolean free = true;
    /// Those whose connection is gone, or is another one, since the last [#takeUnseated].
    private final List<Integer> unseated = new ArrayList<>();

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
        room.lastMember = replay.lastMember();
        room.restoredSeq = replay.lastSeq();
        room.mode = replay.mode();
        room.lastEpoch = replay.lastEpoch();
        replay.appendTo(room.log);
        room.log.withhold();
        for (Member member : replay.members()) {
            room.members.put(member.number, member);
            room.names.add(folded(member.name));
        }
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
        RoomState fresh = new RoomState(lastMember, newcomers, log.withheld(), mode);
        newcomers.clear();
        takenEnd = log.end();
        takenSeq = log.lastSeq();
        return fresh;
    }

    /// Lets everybody see what was taken: it is written down.
    public void publishTaken() {
        log.publish(takenEnd, takenSeq);
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
        List<MemberState> all = members.values().stream().map(member -> new MemberState(member.number, member.name,
                member.key, member.mayReturn, member.present, member.said)).toList();
        return new RoomState(lastMember, all, log.all(), mode);
    }

    /// A member that is present takes its seat in a restored room, before the oldest entry.
    public Admitted admitAgain(int number) {
        return admitted(Objects.requireNonNull(members.get(number)), log.firstSeq());
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
        Member member = new Member(++lastMember, unique(Words.name(join.name(), NAMELESS)), join.key(),
                join.mayReturn());
        members.put(member.number, member);
        if (log.withholds()) {
            newcomers.add(new MemberState(member.number, member.name, member.key, member.mayReturn, true, 0));
        }
        peopleMoved = true;
        long joined = append(member, new Entry.Joined(), now);
        long first = Math.max(log.firstSeq(), joined - rules.history());
        member.acknowledged = first - 1;
        return admitted(member, first);
    }

    private Outcome comeBack(Command.Return back, Instant now) {
        Member member = members.get(back.member());
        if (member == null || !member.mayReturn || !isKey(member, back.key()) || back.last() < 0
                || back.last() > Math.min(log.lastSeq(), member.mayHave)) {
            return new Declined(Why.NO_PLACE);
        }
        member.turn++;
        member.refused = 0; // what this connection has not sent yet comes again in order
        unseated.add(member.number);
        member.mayHave = Long.MAX_VALUE;
        setTyping(member, false);
        if (!member.present) {
            member.present = true;
            member.lostAt = Instant.MAX;
            peopleMoved = true;
            append(member, new Entry.Returned(), now);
        }
        member.acknowledged = Math.max(member.acknowledged, back.last());
        return admitted(member, Math.max(log.firstSeq(), back.last() + 1));
    }

    private Admitted admitted(Member member, long first) {
        return new Admitted(member.seat(), member.name, first, log.lastSeq(), member.said, log.cursorBefore(first),
                mode);
    }

    private Outcome say(Command.Say say, Instant now) {
        Member member = seated(say.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        if (say.id() <= member.said || (member.refused != 0 && say.id() != member.refused)) {
            return new Noted();
        }
        if (mode != Mode.CHAT && speaker != member.number) {
            member.refused = say.id();
            return new Declined(Why.NOT_YOUR_TURN);
        }
        return say(member, say.id(), say.text(), now);
    }

    private Outcome sayLine(Command.SayLine line, Instant now) {
        Member member = seated(line.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        return mode == Mode.CHAT || free
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
        setTyping(member, false);
        return new Appended(append(member, new Entry.Said(id, text), now));
    }

    private Outcome setMode(Command.SetMode set, Instant now) {
        Member member = seated(set.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        if (mode == set.mode()) {
            return new Noted();
        }
        mode = set.mode();
        return new Appended(append(member, new Entry.ModeSet(mode), now));
    }

    private Outcome endTurn(Command.EndTurn turn, Instant now) {
        Member member = members.get(turn.member());
        if (member == null && turn.member() != lastSpeaker) {
            return new Declined(Why.NO_PLACE);
        }
        lastEpoch = Math.max(lastEpoch, turn.epoch());
        return new Appended(append(turn.member(), member == null ? lastSpeakerName : member.name,
                new Entry.Spoke(turn.epoch(), turn.millis()), now));
    }

    private Outcome acknowledge(Command.Acknowledge acknowledge) {
        Member member = seated(acknowledge.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        member.acknowledged = Math.max(member.acknowledged, Math.min(acknowledge.seq(), log.publishedSeq()));
        return new Noted();
    }

    private Outcome type(Command.Type type) {
        Member member = seated(type.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        setTyping(member, type.now());
        return new Noted();
    }

    private void setTyping(Member member, boolean now) {
        if (member.typing != now) {
            member.typing = now;
            typingMoved = true;
        }
    }

    private Outcome lose(Command.Lose lose, Instant now) {
        Member member = seated(lose.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        if (!member.mayReturn) {
            return remove(member, LeaveReason.LEFT, now);
        }
        member.present = false;
        member.lostAt = now;
        unseated.add(member.number);
        setTyping(member, false);
        peopleMoved = true;
        return new Appended(append(member, new Entry.Lost(), now));
    }

    private Outcome leave(Command.Leave leave, Instant now) {
        Member member = seated(leave.seat());
        if (member == null) {
            return new Declined(Why.STALE);
        }
        return remove(member, leave.reason(), now);
    }

    private Outcome remove(Command.Remove remove, Instant now) {
        Member member = members.get(remove.member());
        return member == null ? new Declined(Why.NO_PLACE) : remove(member, remove.reason(), now);
    }

    private Outcome expire(Instant now) {
        List<Member> overdue = members.values().stream()
                .filter(member -> !member.present && !member.lostAt.plus(rules.awayFor()).isAfter(now)).toList();
        Outcome outcome = new Noted();
        for (Member member : overdue) {
            outcome = remove(member, LeaveReason.LOST, now);
        }
        return outcome;
    }

    private boolean forgetLongestAway(Instant now) {
        return members.values().stream().filter(member -> !member.present)
                .min(Comparator.comparing(member -> member.lostAt)).map(member -> remove(member, LeaveReason.LOST, now))
                .isPresent();
    }

    private Outcome remove(Member member, LeaveReason reason, Instant now) {
        members.remove(member.number);
        unseated.add(member.number);
        names.remove(folded(member.name));
        setTyping(member, false);
        peopleMoved = true;
        return new Appended(append(member, new Entry.Left(reason), now));
    }

    private long append(Member author, Entry.Body body, Instant now) {
        return append(author.number, author.name, body, now);
    }

    private long append(int author, String name, Entry.Body body, Instant now) {
        writer.encode(EntryCodec.frame(new Entry(log.lastSeq() + 1, now, author, name, body)));
        return log.append(writer.data(), 0, writer.length());
    }

    /// Makes a name that nobody has.
    ///
    /// @return the name, or the name with the first number from 2 on that nobody has, as in `Ada (2)`
    private String unique(String name) {
        String free = name;
        for (int n = 2; !names.add(folded(free)); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Takes equally long wherever the two differ.
    private static boolean isKey(Member member, String key) {
        return MessageDigest.isEqual(member.key.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    /// The member whose connection has this seat; null if the seat is another connection's by now, or nobody's.
    private @Nullable Member seated(Seat seat) {
        Member member = members.get(seat.member());
        return member != null && member.present && member.turn == seat.turn() ? member : null;
    }

    /// Everybody who is in or may come back, in the order they came.
    public List<Attendee> members() {
        List<Attendee> all = new ArrayList<>(members.size());
        members.values().forEach(member -> all.add(new Attendee(member.number, member.name, member.present)));
        return all;
    }

    /// Whether somebody with this number is in or may come back.
    public boolean isMember(int number) {
        return members.containsKey(number);
    }

    /// Whether this seat's connection is the member's own, and the member is in.
    public boolean isSeated(Seat seat) {
        return seated(seat) != null;
    }

    /// The name of a member; empty if there is none with this number.
    public String nameOf(int number) {
        Member member = members.get(number);
        return member == null ? "" : member.name;
    }

    /// Who may speak.
    public Mode mode() {
        return mode;
    }

    /// The number of the last turn in which somebody was heard; 0 if there was none.
    public long lastEpoch() {
        return lastEpoch;
    }

    /// Where one speaks at a time: it is somebody's turn, or nobody's.
    ///
    /// @param who may speak; 0 if nobody may
    /// @param nobodys whether the next one who says something may
    public void turn(int who, boolean nobodys) {
        speaker = who;
        free = nobodys;
        if (members.containsKey(who)) {
            lastSpeaker = who;
            lastSpeakerName = nameOf(who);
        }
    }

    /// The text of a member that was not taken because it had not the floor; 0 if there is none.
    public long refused(int number) {
        Member member = members.get(number);
        return member == null ? 0 : member.refused;
    }

    /// Those whose connection has gone, or became another one, since the last call.
    public List<Integer> takeUnseated() {
        List<Integer> gone = List.copyOf(unseated);
        unseated.clear();
        return gone;
    }

    /// The numbers of the first few members who type, at most `most`.
    public List<Integer> typists(int most) {
        return members.values().stream().filter(member -> member.typing).map(member -> member.number).limit(most)
                .toList();
    }

    /// The secret with which a member may come back to its place; empty if there is no such member.
    public Optional<String> keyOf(int number) {
        return Optional.ofNullable(members.get(number)).filter(member -> member.mayReturn).map(member -> member.key);
    }

    /// Whether somebody came, went or was lost since the last call.
    public boolean takePeopleMoved() {
        boolean moved = peopleMoved;
        peopleMoved = false;
        return moved;
    }

    /// Whether who types changed since the last call.
    public boolean takeTypingMoved() {
        boolean moved = typingMoved;
        typingMoved = false;
        return moved;
    }

    /// The number up to which every member present but `author` has acknowledged all entries; empty if nobody else is
    /// present. Whoever came in late counts for those before it, so what is not published must not.
    public OptionalLong acknowledgedByAllBut(int author) {
        return members.values().stream().filter(member -> member.present && member.number != author)
                .mapToLong(member -> Math.min(member.acknowledged, log.publishedSeq())).min();
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
