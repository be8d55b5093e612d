package tincan.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A fixed number of texts under way at all times: when one is complete, the next is said. A text is complete when the
/// member after the one who said it has it; with a server that is no different from the sender's own getting it back,
/// and IRC servers do not send it back. Owner: the load's thread.
final class ClosedLoop implements Traffic {
    private final Crowd crowd;
    private final Span span;
    private final Histogram roundTrips;
    private final List<Talker> talkers = new ArrayList<>();
    private final int window;
    private boolean talking = true;

    /// @param senders how many members talk, spread evenly
    /// @param window how many texts are under way, in all
    ClosedLoop(Crowd crowd, int senders, int window, Span span, Histogram roundTrips) {
        this.crowd = crowd;
        this.window = window;
        this.span = span;
        this.roundTrips = roundTrips;
        List<Member> members = crowd.members();
        for (int i = 0; i < senders; i++) {
            int at = i * members.size() / senders;
            Talker talker = new Talker(members.get(at));
            talkers.add(talker);
            members.get((at + 1) % members.size()).watch(talker);
        }
    }

    @Override
    public void start() {
        for (int i = 0; i < talkers.size(); i++) {
            talkers.get(i).owe((window + i) / talkers.size());
            talkers.get(i).say(crowd.now());
        }
    }

    @Override
    public void turn(long now) {}

    @Override
    public void heard(Member member, ByteBuffer in, int at) {
        Talker talker = member.watched();
        if (talker != null && Stamp.tagAt(in, at) == talker.tag()) {
            span.record(roundTrips, Stamp.timeAt(in, at), crowd.now());
            talker.owe(1);
        }
    }

    @Override
    public void afterRead(Member member) {
        Talker talker = member.watched();
        if (talker != null && talking) {
            talker.say(crowd.now());
        }
    }

    @Override
    public void stop() {
        talking = false;
    }
}
