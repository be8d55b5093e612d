package tincan.ui.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.session.HostControls;
import tincan.session.Person;
import tincan.session.Privacy;
import tincan.session.Security;
import tincan.session.Security.Level;
import tincan.session.Session;
import tincan.ui.ShownText;

/// How this side's connections are protected: a guest has one, a host one with each guest.
///
/// Owner: the thread of the window.
public final class LockViewModel {
    private static final int HOST = 1;

    private final Session session;
    private final ObservableList<Peer> peers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Level>> level = new ReadOnlyObjectWrapper<>(Optional.empty());

    LockViewModel(Session session) {
        this.session = session;
    }

    /// One connection.
    ///
    /// @param member who is at its other end
    /// @param name made harmless for a screen
    public record Peer(int member, String name, Security security) {}

    /// What the lock shows: the least of what is known of those who are there. Empty while nothing is known.
    public ReadOnlyObjectProperty<Optional<Level>> levelProperty() {
        return level.getReadOnlyProperty();
    }

    /// The connections that there are, the host's or the guests' in the order they came.
    public ObservableList<Peer> peers() {
        return peers;
    }

    /// A person found the words of `peer` the same on both screens.
    public void compared(Peer peer) {
        session.compared(peer.member());
        refresh(session.members());
    }

    void refresh(List<Person> members) {
        List<Peer> now = members.stream().filter(this::atOtherEnd).flatMap(this::peer).toList();
        if (!now.equals(peers)) {
            peers.setAll(now);
        }
        Optional<Level> least = now.stream().map(peer -> peer.security().level()).max(Comparator.naturalOrder());
        level.set(least.or(this::promised));
    }

    private boolean atOtherEnd(Person person) {
        return session.hosting() ? person.member() != HOST && person.present() : person.member() == HOST;
    }

    private Stream<Peer> peer(Person person) {
        return session.security(person.member())
                .map(security -> new Peer(person.member(), ShownText.of(person.name()), security)).stream();
    }

    /// What a host promises those who are still to come.
    private Optional<Level> promised() {
        if (!session.hosting()) {
            return Optional.empty();
        }
        boolean open = session.controls().map(HostControls::privacy).orElse(Privacy.OPEN) == Privacy.OPEN;
        return Optional.of(open ? Level.OPEN : Level.PROVEN);
    }
}
