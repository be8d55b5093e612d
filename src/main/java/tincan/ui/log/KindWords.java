package tincan.ui.log;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;

/// The kinds of events in words, for the choice of one.
final class KindWords extends StringConverter<LogFilter.Kind> {
    private final Text text;

    KindWords(Text text) {
        this.text = text;
    }

    @Override
    public String toString(LogFilter.@Nullable Kind kind) {
        return kind == null ? "" : text.of("log.kind", kind);
    }

    @Override
    public LogFilter.Kind fromString(String words) {
        throw new UnsupportedOperationException("a kind is chosen, not typed");
    }
}
