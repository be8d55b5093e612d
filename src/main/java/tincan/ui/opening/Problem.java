package tincan.ui.opening;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.text.Text;

/// What stands in the way of an opening, in one sentence that says what to try; empty if nothing does. On the
/// JavaFX thread.
public final class Problem {
    private final Text text;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

    /// Tells the failures of `opening`, and goes when it begins anew.
    public Problem(Opening<?> opening, Text text) {
        this.text = text;
        opening.failureProperty().subscribe(failure -> sentence
                .set(failure.map(why -> text.of("failure", why.kind(), why.detail())).orElse("")));
    }

    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Tells the text of `key`.
    public void tell(String key, Object... parameters) {
        sentence.set(text.of(key, parameters));
    }

    public void clear() {
        sentence.set("");
    }
}
