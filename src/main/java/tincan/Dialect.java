package tincan;

import tincan.session.Security;
import tincan.session.Sending;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Voice;

/// How a conversation stands on the terminal: in lines for people, or in lines for programs.
interface Dialect {

    /// What a line of input asks for.
    Request read(String line);

    /// Writes what happened in the session. Called by one thread.
    void told(SessionEvent event);

    /// Writes how the session that was joined is protected. Called by the thread of [#told].
    void secured(Security security);

    /// Writes how the voice goes, if that is news. Called by the thread of [#told].
    void voice(Voice voice);

    /// Writes that a text was not taken. Any thread may call it.
    void rejected(Sending.Why why);

    /// Writes that everybody may speak, so that there is no turn to end. Any thread may call it.
    void noTurns();

    /// Writes that a voice was asked for, and none was joined. Any thread may call it.
    void noVoice();

    /// Writes that something asked for was not done. Any thread may call it.
    ///
    /// @param reason as in [Request.Refused]
    void refused(String reason);

    /// Writes that an order could not be done: nobody has that name, or nobody that number. Any thread may call it.
    void unknown(Request.Order order);

    /// Writes that the session could not be opened, beside the sentence on standard error.
    void failed(SessionFailure failure);
}
