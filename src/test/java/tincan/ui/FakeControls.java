package tincan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tincan.room.Mode;
import tincan.session.HostControls;
import tincan.session.Privacy;

/// A host's controls that note what was done with them; the session tells nothing by itself.
public final class FakeControls implements HostControls {
    public static final String CODE = "7-maple-orbit";

    private final Privacy privacy;
    private final List<String> done = new ArrayList<>();

    public FakeControls(Privacy privacy) {
        this.privacy = privacy;
    }

    /// In order, such as `admit 3`.
    public synchronized List<String> done() {
        return List.copyOf(done);
    }

    private synchronized void note(String what) {
        done.add(what);
    }

    @Override
    public void mode(Mode mode) {
        note("mode " + mode.wire());
    }

    @Override
    public void takeFloor() {
        note("take floor");
    }

    @Override
    public Privacy privacy() {
        return privacy;
    }

    @Override
    public Optional<String> code() {
        return privacy == Privacy.CODE ? Optional.of(CODE) : Optional.empty();
    }

    @Override
    public void changeCode() {
        note("change code");
    }

    @Override
    public void lock(boolean locked) {
        note(locked ? "lock" : "unlock");
    }

    @Override
    public boolean isLocked() {
        return false;
    }

    @Override
    public void remove(int member) {
        note("remove " + member);
    }

    @Override
    public void bar(int member) {
        note("bar " + member);
    }

    @Override
    public List<String> barred() {
        return List.of();
    }

    @Override
    public void unbar(String address) {
        note("unbar " + address);
    }

    @Override
    public boolean admit(long knock) {
        note("admit " + knock);
        return true;
    }

    @Override
    public boolean turnAway(long knock) {
        note("turn away " + knock);
        return true;
    }
}
