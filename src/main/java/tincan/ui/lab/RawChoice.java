package tincan.ui.lab;

import tincan.lab.Lesson;
import tincan.lab.raw.RawDatagram;
import tincan.lab.raw.RawOptions;
import tincan.lab.raw.RawStream;

/// What becomes of lines that are typed where there is no lesson. Chosen on the thread of the window, read by any.
final class RawChoice {
    private volatile RawOptions now = RawOptions.USUAL;

    /// The same lesson, and if it is a raw one, by what is chosen here.
    Lesson of(Lesson asked) {
        return switch (asked) {
            case RawStream _ -> new RawStream(() -> now);
            case RawDatagram _ -> new RawDatagram(() -> now);
            default -> asked;
        };
    }

    RawOptions now() {
        return now;
    }

    void input(RawOptions.Input chosen) {
        now = now.withInput(chosen);
    }

    void lineEnd(RawOptions.LineEnd chosen) {
        now = now.withLineEnd(chosen);
    }
}
