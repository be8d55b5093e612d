package tincan.ui.session;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.SessionEvent.CodeChanged;
import tincan.session.SessionEvent.Listening;
import tincan.text.Text;

/// How others come into a session that this side hosts.
///
/// Owner: the thread of the window.
public final class InvitationViewModel {
    private final Text text;
    private final DoorViewModel door;
    private final ObservableList<Way> ways = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Way> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private boolean someoneCame;

    InvitationViewModel(Text text, DoorViewModel door) {
        this.text = text;
        this.door = door;
        link.bind(Bindings.createStringBinding(this::linkNow, chosen, door.codeProperty()));
    }

    /// One address under which the session can be reached.
    ///
    /// @param address host and port as a guest types them
    /// @param where the interface, and what to know about it
    /// @param command what a guest types in a terminal to join with netcat
    public record Way(String address, String where, String command, LocalAddress.Kind kind) {}

    /// The ways in, the likeliest first.
    public ObservableList<Way> ways() {
        return ways;
    }

    /// The way that the link leads; the likeliest at first.
    public ObjectProperty<@Nullable Way> chosenProperty() {
        return chosen;
    }

    /// A link that fills in all a guest needs; empty while there is no way in.
    public ReadOnlyStringProperty linkProperty() {
        return link.getReadOnlyProperty();
    }

    /// What opens the door, and whether it is locked.
    public DoorViewModel door() {
        return door;
    }

    /// Whether there is anything to invite to.
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /// Whether no guest has come yet.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether the invitation is shown over the conversation.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Takes where it can be reached now. Whoever chose another way than the likeliest keeps it while it is there.
    void listening(Listening listening) {
        Way before = chosen.get();
        boolean kept = before != null && !before.equals(ways.getFirst());
        ways.setAll(listening.addresses().stream().map(address -> way(address, listening.port())).toList());
        Way likeliest = ways.isEmpty() ? null : ways.getFirst();
        chosen.set(kept && ways.contains(before) ? before : likeliest);
        available.set(!ways.isEmpty());
        waiting.set(available.get() && !someoneCame);
    }

    /// Whoever was told the old code needs the new one.
    void codeChanged(CodeChanged changed) {
        if (changed.forced() && available.get() && !waiting.get()) {
            open.set(true);
        }
    }

    void membersChanged(List<Person> members) {
        if (members.size() > 1) {
            someoneCame = true;
            waiting.set(false);
        }
    }

    void closed() {
        available.set(false);
        waiting.set(false);
        open.set(false);
    }

    private String linkNow() {
        Way way = chosen.get();
        String code = door.codeProperty().get();
        return way == null ? "" : "tincan://" + way.address() + "/" + (code.isEmpty() ? "" : "#" + code);
    }

    private Way way(LocalAddress local, int port) {
        boolean six = local.address().indexOf(':') >= 0;
        String address = (six ? "[" + local.address() + "]" : local.address()) + ":" + port;
        return new Way(address, text.of("invitation.where", local.kind(), local.networkInterface()),
                "nc " + local.address() + " " + port, local.kind());
    }
}
