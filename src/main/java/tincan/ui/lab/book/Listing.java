package tincan.ui.lab.book;

import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import tincan.text.Booklet.Programming;
import tincan.trace.SocketCall;

/// A program with the line marked whose call is being made.
///
/// Owner: the thread of the window.
final class Listing {
    /// No line is marked.
    static final int NOWHERE = -1;
    /// A line that only declares a function of C or Java makes no call.
    private static final Pattern DECLARES = Pattern
            .compile("^\\s*(static|public|private|import|#include|def (?!handle))\\b.*");

    private final Programming language;
    private final String file;
    private final List<String> lines;
    private final List<String> code;
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(NOWHERE);

    Listing(Programming language, String file, String program) {
        this.language = language;
        this.file = file;
        this.lines = program.lines().toList();
        Pattern comment = Pattern.compile(language == Programming.PYTHON ? "#.*" : "//.*|^\\s*\\*.*");
        this.code = lines.stream()
                .map(line -> DECLARES.matcher(line).matches() ? "" : comment.matcher(line).replaceFirst("")).toList();
    }

    String file() {
        return file;
    }

    List<String> lines() {
        return lines;
    }

    /// The line that is marked, from 0, or [#NOWHERE].
    ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /// A call was made: the next line that makes it is marked, from the top again after the end.
    void mark(SocketCall call) {
        Pattern name = CallNames.in(language, call);
        for (int step = 1; step <= code.size(); step++) {
            int line = Math.floorMod(marked.get() + step, code.size());
            if (name.matcher(code.get(line)).find()) {
                marked.set(line);
                return;
            }
        }
    }
}
