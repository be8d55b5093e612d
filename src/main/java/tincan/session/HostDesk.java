package tincan.session;

import java.util.List;
import java.util.Optional;
import tincan.room.Command;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.wire.Farewell;

/// What a host's person may do about who is in. Any thread.
final class HostDesk implements HostControls {
    private final Reception reception;
    private final Moderation moderation;
    private final HostRoom room;
    private final Connections connections;
    private final MemberService service;

    HostDesk(Reception reception, Moderation moderation, HostRoom room, Connections connections,
            MemberService service) {
        this.reception = reception;
        this.moderation = moderation;
        this.room = room;
        this.connections = connections;
        this.service = service;
    }

    @Override
    public void mode(Mode mode) {
        room.seat().mode(mode);
    }

    @Override
    public void takeFloor() {
        service.floor().take();
    }

    @Override
    public Privacy privacy() {
        return reception.privacy();
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
            end(member); // first: its entry that it left is for the others
            room.shared().apply(new Command.Remove(member, LeaveReason.REMOVED));
            end(member); // a connection that came meanwhile
        }
    }

    private void end(int member) {
        connections.of(member).ifPresent(connection -> {
            connection.goodbye(Farewell.REMOVED); // it may take its time to go
            service.voice().gone(connection); // meanwhile it is not heard, and hears nobody
        });
    }

    @Override
    public void bar(int member) {
        connections.of(member).map(connection -> connection.line.origin()).ifPresent(origin -> {
            moderation.bar(origin);
            connections.membersFrom(origin).forEach(this::remove);
        });
        remove(member);
    }

    /// Looks at a connection that was just taken in: what a person did while it was let in holds for it, too.
    void recheck(MemberConnection connection) {
        int member = connection.seat.member();
        if (moderation.isBarred(connection.line.origin())) {
            remove(member);
        } else if (!room.shared().ask(inside -> inside.members().has(member))) {
            end(member);
        }
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
    public boolean admit(long knock) {
        return reception.answer(knock, Knock.Answer.COME_IN);
    }

    @Override
    public boolean turnAway(long knock) {
        return reception.answer(knock, Knock.Answer.GO_AWAY);
    }
}
