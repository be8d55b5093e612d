package tincan.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tincan.room.Command;
import tincan.room.LeaveReason;
import tincan.wire.Farewell;

/// What a host's person may do about who is in. Any thread.
final class HostDesk implements HostControls {
    private final Privacy privacy;
    private final Reception reception;
    private final Moderation moderation;
    private final SharedRoom room;
    private final Connections connections;

    HostDesk(Privacy privacy, Reception reception, Moderation moderation, SharedRoom room, Connections connections) {
        this.privacy = privacy;
        this.reception = reception;
        this.moderation = moderation;
        this.room = room;
        this.connections = connections;
    }

    @Override
    public Privacy privacy() {
        return privacy;
    }

    @Override
    public Optional<String> code() {
        return reception.code();
    }

    @Override
    public void changeCode() {
        reception.changeCode();
    }

    @Override
    public void lock(boolean locked) {
        moderation.lock(locked);
    }

    @Override
    public boolean isLocked() {
        return moderation.isLocked();
    }

    @Override
    public void remove(int member) {
        if (member != Person.HOST) {
            end(connection -> connection.seat.member() == member);
            room.apply(new Command.Remove(member, LeaveReason.REMOVED));
        }
    }

    @Override
    public void bar(int member) {
        connections.of(member).map(connection -> connection.line.origin()).ifPresent(origin -> {
            moderation.bar(origin);
            end(connection -> connection.line.origin().equals(origin));
        });
        remove(member);
    }

    /// Tells those connections first: a member's entry that it left is for the others.
    private void end(Predicate<MemberConnection> which) {
        connections.end(which, Farewell.REMOVED);
    }

    @Override
    public List<String> barred() {
        return moderation.barred();
    }

    @Override
    public void unbar(String address) {
        moderation.unbar(address);
    }

    @Override
    public void admit(long knock) {
        reception.answer(knock, Knock.Answer.COME_IN);
    }

    @Override
    public void turnAway(long knock) {
        reception.answer(knock, Knock.Answer.GO_AWAY);
    }
}
