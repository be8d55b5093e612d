package tincan.ui.lab;

import java.util.concurrent.Executor;
import tincan.lab.Lesson;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.text.Text;
import tincan.text.TroubleWords;

/// What the parts of a lesson's screen have in common while it is shown.
///
/// @param sockets all of the run's
/// @param fx runs work on the JavaFX thread
/// @param background runs work that may block
record Run(Lesson lesson, Sockets sockets, Text text, Executor fx, Executor background) {

    /// What went wrong, in words.
    String words(SocketTrouble trouble) {
        return new TroubleWords(trouble.kind(), trouble.call().posix(), trouble.said(), trouble.holder()).in(text);
    }
}
