package tincan.ui.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.session.LinkState;
import tincan.session.Person;
import tincan.text.Text;
import tincan.ui.ShownText;

/// Who is in the room, in the order they came, and who types.
///
/// Owner: the thread of the window.
public final class MembersViewModel {
    private static final int HOST = 1;

    private final Text text;
    private final ObservableList<MemberLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
    private List<Person> people = List.of();
    private Set<Integer> typists = new HashSet<>();
    private LinkState link = LinkState.CONNECTING;
    private int self;
    private int speaker;
    private Set<Integer> talkers = Set.of();

    MembersViewModel(Text text) {
        this.text = text;
    }

    /// One member as it is shown.
    ///
    /// @param name made harmless for a screen
    /// @param you whether it is this side
    /// @param speaks whether it has the floor, or is heard
    public record MemberLine(Person person, String name, boolean you, boolean host, boolean types, boolean speaks) {}

    /// The members.
    public ObservableList<MemberLine> lines() {
        return lines;
    }

    /// Who types right now, in words; empty if nobody does.
    public ReadOnlyStringProperty typingProperty() {
        return typing.getReadOnlyProperty();
    }

    void changed(List<Person> now, int selfNumber) {
        people = now;
        self = selfNumber;
        show();
    }

    /// Takes the state of this side's connection: while it is down this member is away, and when it is over all are.
    void linkChanged(LinkState now) {
        link = now;
        if (now != LinkState.CONNECTED) {
            typists = Set.of();
            typing.set("");
        }
        show();
    }

    void typingChanged(List<Person> now) {
        typists = new HashSet<>(now.stream().map(Person::member).toList());
        typing.set(words(now.stream().map(person -> ShownText.of(person.name())).toList()));
        show();
    }

    /// Takes who has the floor; 0 for nobody.
    void speakerChanged(int member) {
        speaker = member;
        show();
    }

    /// Takes who is heard.
    void talkersChanged(Set<Integer> now) {
        talkers = now;
        show();
    }

    private String words(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> text.of("members.typing.one", names.getFirst());
            case 2 -> text.of("members.typing.two", names.getFirst(), names.getLast());
            default -> text.of("members.typing.many", names.size());
        };
    }

    private void show() {
        List<MemberLine> next = people.stream().map(this::line).toList();
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
    }

    private MemberLine line(Person person) {
        boolean you = person.member() == self;
        boolean cutOff = link == LinkState.CLOSED || (you && link == LinkState.RECONNECTING);
        Person shown = new Person(person.member(), person.name(), person.present() && !cutOff, person.address());
        return new MemberLine(shown, ShownText.of(person.name()), you, person.member() == HOST,
                typists.contains(person.member()), person.member() == speaker || talkers.contains(person.member()));
    }
}
