package tincan.ui.bytes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.text.Text;

/// The bytes of the row chosen, and the part of them that is chosen.
///
/// Owner: the thread of the window.
public final class BytesViewModel {
    private final Text text;
    private final ByteWords words;
    private final ReadOnlyObjectWrapper<List<Section>> sections = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper legend = new ReadOnlyStringWrapper("");

    public BytesViewModel(Text text) {
        this.text = text;
        this.words = new ByteWords(text);
        heading.set(text.of("bytes.none.heading"));
        empty.set(text.of("bytes.none.words"));
    }

    /// A part that is chosen.
    record Chosen(Section section, Part part) {}

    /// Shows the bytes of an event.
    ///
    /// @param name what the event is, in words
    public void show(Dissection dissection, String name) {
        boolean none = dissection.sections().isEmpty();
        heading.set(name);
        empty.set(none ? text.of("bytes.moves-none.words") : "");
        chosen.set(Optional.empty());
        legend.set(Stream.of(words.kinds(dissection.sections()),
                dissection.covered() ? text.of("bytes.covered.words") : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n")));
        sections.set(dissection.sections());
    }

    ByteWords words() {
        return words;
    }

    ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Chosen>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What the bytes are of.
    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// Why there are none.
    ReadOnlyStringProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// The frames in them, and whether a secret is covered; empty if there is nothing to say.
    ReadOnlyStringProperty legendProperty() {
        return legend.getReadOnlyProperty();
    }

    /// The roles that their parts have, in the order they first come.
    List<Part.Role> roles() {
        return sections.get().stream().flatMap(section -> section.parts().stream()).map(Part::role).distinct().toList();
    }

    /// Chooses the part to which a byte belongs.
    void choose(Section section, long offset) {
        chosen.set(section.at(offset).map(part -> new Chosen(section, part)));
    }

    /// Chooses the next part, or the one before, beyond the end of a section as well; the first if none was chosen.
    void step(int by) {
        List<Chosen> all = sections.get().stream()
                .flatMap(section -> section.parts().stream().map(part -> new Chosen(section, part))).toList();
        if (!all.isEmpty()) {
            int now = chosen.get().map(all::indexOf).orElse(by > 0 ? -1 : all.size());
            chosen.set(Optional.of(all.get(Math.clamp((long) now + by, 0, all.size() - 1))));
        }
    }

    /// What the part chosen is and says; what to do if none is.
    String told() {
        return chosen.get().map(now -> words.part(now.section(), now.part()))
                .orElseGet(() -> sections.get().isEmpty() ? "" : text.of("bytes.choose.words"));
    }

    /// The bytes chosen as hexadecimal digits; all of them if none are chosen.
    String hex() {
        return chosen.get().map(now -> now.section().hex(now.part().span())).orElseGet(() -> sections.get().stream()
                .map(section -> section.hex(section.span())).collect(Collectors.joining("\n")));
    }

    /// The same as text.
    String plainText() {
        return chosen.get().map(now -> now.section().text(now.part().span())).orElseGet(() -> sections.get().stream()
                .map(section -> section.text(section.span())).collect(Collectors.joining("\n")));
    }
}
