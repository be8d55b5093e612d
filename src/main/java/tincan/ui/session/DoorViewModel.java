package tincan.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.session.HostControls;
import tincan.session.Privacy;
import tincan.session.Session;
import tincan.session.SessionEvent.DoorChanged;
import tincan.session.SessionEvent.Knocked;
import tincan.ui.ShownText;

/// A host's door: the code that opens it, whether it is locked, whom it bars, and who stands before it. At a guest
/// there is none.
///
/// Owner: the thread of the window.
public final class DoorViewModel {
    /// So many may stand before it; who knocks when it is full is turned away at once.
    static final int MOST_KNOCKS = 32;

    private final Optional<HostControls> controls;
    private final ObservableList<Knock> knocks = FXCollections.observableArrayList();
    private final ObservableList<String> barred = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);

    DoorViewModel(Session session) {
        this.controls = session.controls();
    }

    /// Somebody before the door.
    ///
    /// @param name made harmless for a screen, unproven
    public record Knock(long number, String name, String address, List<String> words) {}

    /// Whether there is a door to keep.
    public boolean kept() {
        return controls.isPresent();
    }

    public Privacy privacy() {
        return controls.map(HostControls::privacy).orElse(Privacy.OPEN);
    }

    /// Those who wait to be let in, the first first.
    public ObservableList<Knock> knocks() {
        return knocks;
    }

    /// The addresses from which nobody is let in.
    public ObservableList<String> barred() {
        return barred;
    }

    /// The code; empty if there is none.
    public ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /// Whether the session goes on; afterwards nobody can be let in or sent away.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void admit(Knock knock) {
        command(door -> door.admit(knock.number()));
    }

    public void turnAway(Knock knock) {
        command(door -> door.turnAway(knock.number()));
    }

    public void changeCode() {
        command(HostControls::changeCode);
    }

    public void lock(boolean now) {
        command(door -> door.lock(now));
    }

    public void unbar(String address) {
        command(door -> door.unbar(address));
    }

    public void remove(int member) {
        command(door -> door.remove(member));
    }

    /// Removes a member and lets nobody in from its address.
    public void bar(int member) {
        command(door -> door.bar(member));
    }

    private void command(Consumer<HostControls> what) {
        controls.ifPresent(what);
    }

    void start() {
        controls.ifPresent(door -> {
            code.set(door.code().orElse(""));
            locked.set(door.isLocked());
            barred.setAll(door.barred());
        });
    }

    void codeChanged(String now) {
        code.set(now);
    }

    void changed(DoorChanged now) {
        locked.set(now.locked());
        barred.setAll(now.barred());
    }

    void knocked(Knocked knocked) {
        if (knocks.size() >= MOST_KNOCKS) {
            command(door -> door.turnAway(knocked.number()));
            return;
        }
        knocks.add(new Knock(knocked.number(), ShownText.of(knocked.name()), knocked.address(),
                List.copyOf(knocked.words())));
    }

    void knockOver(long number) {
        knocks.removeIf(knock -> knock.number() == number);
    }

    void closed() {
        open.set(false);
        knocks.clear();
    }
}
