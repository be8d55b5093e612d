package tincan.ui.line;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Person;
import tincan.text.Text;

/// What the line shows: who is at its ends, how it hangs, and what travels along it.
///
/// Owner: the thread of the window.
public final class LineViewModel {
    private static final int HOST = 1;

    private final Text text;
    private final boolean hosting;
    private final ReadOnlyStringWrapper here = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper there = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tension> tension = new ReadOnlyObjectWrapper<>(Tension.SLACK);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper roundTrip = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper sent = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper received = new ReadOnlyLongWrapper();

    private final Map<Integer, Duration> times = new HashMap<>();
    private LinkState link = LinkState.CONNECTING;
    private EndReason reason = EndReason.NONE;
    private List<Person> others = List.of();

    public LineViewModel(Text text, boolean hosting) {
        this.text = text;
        this.hosting = hosting;
        show();
    }

    /// The name at the near can.
    public ReadOnlyStringProperty hereProperty() {
        return here.getReadOnlyProperty();
    }

    /// The name at the far can, or what stands for several or none.
    public ReadOnlyStringProperty thereProperty() {
        return there.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tension> tensionProperty() {
        return tension.getReadOnlyProperty();
    }

    /// The state in words.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The round-trip time in words; empty while none is known.
    public ReadOnlyStringProperty roundTripProperty() {
        return roundTrip.getReadOnlyProperty();
    }

    /// How many messages have left so far; grows.
    public ReadOnlyLongProperty sentProperty() {
        return sent.getReadOnlyProperty();
    }

    /// How many messages have come so far; grows.
    public ReadOnlyLongProperty receivedProperty() {
        return received.getReadOnlyProperty();
    }

    /// Takes the state of the connection.
    public void linkChanged(LinkState now, EndReason why) {
        link = now;
        reason = why;
        if (now != LinkState.CONNECTED) {
            times.clear();
        }
        show();
    }

    /// Takes who is in the room.
    public void membersChanged(Person self, List<Person> members) {
        here.set(self.name());
        others = members.stream().filter(person -> person.member() != self.member()).toList();
        times.keySet().removeIf(member -> others.stream().noneMatch(it -> it.member() == member && it.present()));
        show();
    }

    /// Takes a probe's time.
    public void roundTrip(int member, Duration time) {
        times.put(member, time);
        showRoundTrip();
    }

    /// Messages up to this number have left.
    public void sentThrough(long count) {
        sent.set(Math.max(sent.get(), count));
    }

    /// One more message has come.
    public void received() {
        received.set(received.get() + 1);
    }

    private void show() {
        there.set(far());
        tension.set(hanging());
        state.set(words());
        showRoundTrip();
    }

    private String far() {
        if (!hosting) {
            return others.stream().filter(person -> person.member() == HOST).map(Person::name).findFirst()
                    .orElse(text.of("line.there.host"));
        }
        return switch (others.size()) {
            case 0 -> text.of("line.there.nobody");
            case 1 -> others.getFirst().name();
            default -> text.of("line.there.guests", others.size());
        };
    }

    private Tension hanging() {
        if (link == LinkState.CLOSED) {
            return Tension.CUT;
        }
        boolean heard = !hosting || others.stream().anyMatch(Person::present);
        return link == LinkState.CONNECTED && heard ? Tension.TAUT : Tension.SLACK;
    }

    private String words() {
        String why = text.of("end", reason);
        return switch (link) {
            case CONNECTING -> text.of("line.state.connecting");
            case RECONNECTING -> text.of("line.state.reconnecting", why).strip();
            case CLOSED -> text.of("line.state.closed");
            case CONNECTED -> hosting ? hostWords() : text.of("line.state.connected");
        };
    }

    private String hostWords() {
        long present = others.stream().filter(Person::present).count();
        if (others.isEmpty()) {
            return text.of("line.state.waiting");
        }
        if (present == 0) {
            return text.of(others.size() == 1 ? "line.state.away" : "line.state.all-away", others.getFirst().name());
        }
        return present == others.size()
                ? text.of("line.state.connected")
                : text.of("line.state.some-away", present, others.size());
    }

    private void showRoundTrip() {
        Duration slowest = times.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        if (times.isEmpty()) {
            roundTrip.set("");
        } else {
            String key = times.size() == 1 ? "line.round-trip.one" : "line.round-trip.slowest";
            roundTrip.set(text.of(key, milliseconds(slowest)));
        }
    }

    private static double milliseconds(Duration time) {
        double exact = time.toNanos() / 1e6;
        return exact < 10 ? Math.round(exact * 10) / 10.0 : Math.round(exact);
    }
}
