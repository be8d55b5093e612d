package tincan.session;

import java.io.IOException;

/// A stranger went after its safety words were made and before it knocked, so that nobody compared them.
final class WordsAbandoned extends IOException {
    private static final long serialVersionUID = 1;

    WordsAbandoned(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
