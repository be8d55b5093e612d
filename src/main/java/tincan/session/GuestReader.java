package tincan.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tincan.room.Entry;
import tincan.room.EntryCodec;
import tincan.room.Mode;
import tincan.room.Place;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;

/// Reads what the host sends on one connection of a guest, and makes events of it. Owner: the guest's reader thread.
final class GuestReader {

    private final Line line;
    private final GuestWriter writer;
    private final Frame.Welcome welcome;
    private final Story story;

    /// @param writer of the same connection
    /// @param welcome with which this connection began
    GuestReader(Line line, GuestWriter writer, Frame.Welcome welcome, Story story) {
        this.line = line;
        this.writer = writer;
        this.welcome = welcome;
        this.story = story;
    }

    /// What outlives connections.
    ///
    /// @param joinedAt the entry with which this guest came in; older ones are history
    record Story(Place place, long joinedAt, GuestOutbox outbox, GuestKeeper keeper, Roster roster,
            GuestFloor floor, EndShow show, GuestVoice voice, Dispatcher events) {}

    /// Reads until the connection is over.
    ///
    /// @return why it is
    EndReason serve() {
        try {
            do {
                EndReason farewell = takeFrames();
                if (farewell != EndReason.NONE) {
                    line.close(farewell);
                    return farewell;
                }
            } while (line.read());
            line.close(EndReason.PEER_CLOSED);
        } catch (BrokenFrame e) {
            line.tap().note(String.valueOf(e.getMessage()));
            line.close(EndReason.BAD_DATA);
        } catch (IOException e) {
            line.close(EndReason.CONNECTION_BROKEN);
        }
        return line.endReason();
    }

    private EndReason takeFrames() throws BrokenFrame {
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            switch (frame) {
                case Frame.Entry entry -> take(EntryCodec.entry(entry));
                case Frame.Roster part -> {
                    story.roster().add(part);
                    membersMoved();
                }
                case Frame.Typists typists -> typistsMoved(typists.members());
                case Frame.Ping ping -> writer.pong(ping.stamp());
                case Frame.Pong answer -> roundTrip(Duration.ofNanos(System.nanoTime() - answer.stamp()));
                case Frame.Floor floor -> story.floor().heard(floor);
                case Frame.Bye bye -> {
                    return reason(bye.code());
                }
                case Frame.Watch(boolean now) when now -> story.show().asked(writer);
                case Frame.VoiceKeys keys -> story.voice().keys(keys);
                case Frame.Watch _,Frame.Unknown _ -> {
                }
                case Frame.Trace _,Frame.Clock _,Frame.VoiceJoin _,Frame.Packet _,Frame.Hello _,Frame.Opening _,Frame.Choice _,Frame.Proof _,Frame.Welcome _,Frame.Refused _,Frame.Say _,Frame.Ack _,Frame.Typing _ ->
                    throw new BrokenFrame("a frame that a host does not send here");
            }
        }
        writer.acknowledge(story.place().last());
        story.keeper().seen(story.place().last());
        return EndReason.NONE;
    }

    private void take(Entry entry) {
        long before = story.place().last();
        Place.Step step = story.place().take(entry.seq());
        if (step == Place.Step.REPEATED) {
            return;
        }
        if (step == Place.Step.AFTER_GAP) {
            story.events().tell(new SessionEvent.Missed(before + 1, entry.seq() - 1));
        }
        boolean mine = entry.member() == welcome.member();
        story.events().tell(new SessionEvent.Arrived(entry, mine, entry.seq() < story.joinedAt()));
        if (mine && entry.body() instanceof Entry.Said said) {
            story.outbox().delivered(said.id());
        }
        if (entry.seq() > welcome.last() && entry.body() instanceof Entry.ModeSet(Mode mode)) {
            story.floor().mode(mode);
        }
        boolean told = entry.seq() <= welcome.last(); // the host's list has it already
        if (!told && story.roster().take(entry)) {
            membersMoved();
        }
    }

    private static EndReason reason(String code) {
        return switch (code) {
            case Farewell.ENDED -> EndReason.HOST_ENDED;
            case Farewell.REMOVED -> EndReason.REMOVED;
            case Farewell.FLOOD -> EndReason.FLOOD;
            case Farewell.BAD_DATA -> EndReason.BAD_DATA;
            default -> EndReason.PEER_CLOSED;
        };
    }

    private void membersMoved() {
        story.events().tellLatest(SessionEvent.MembersChanged.class,
                () -> new SessionEvent.MembersChanged(story.roster().all()));
    }

    private void typistsMoved(List<Integer> typists) {
        int self = welcome.member();
        story.events().tellLatest(SessionEvent.TypingChanged.class, () -> new SessionEvent.TypingChanged(
                story.roster().of(typists).stream().filter(person -> person.member() != self).toList()));
    }

    private void roundTrip(Duration time) {
        story.events().tellLatest(SessionEvent.RoundTrip.class, () -> new SessionEvent.RoundTrip(Person.HOST, time));
    }
}
