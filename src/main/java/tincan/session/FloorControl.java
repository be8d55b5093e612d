package tincan.session;

import tincan.room.Entry;
import tincan.room.Mode;

/// The floor of a session, for the member on this side. All methods may be called from any thread and return at once.
public interface FloorControl {
    /// Where everybody may speak.
    FloorControl NONE = new FloorControl() {
        @Override
        public Mode mode() {
            return Mode.CHAT;
        }

        @Override
        public FloorView view() {
            return FloorView.OFF;
        }

        @Override
        public void request() {
            // there is none
        }

        @Override
        public void release() {
            // there is none
        }
    };

    /// Who may speak. It changes with [Entry.ModeSet].
    Mode mode();

    /// Who has the floor, and how this side stands to it.
    FloorView view();

    /// Asks for the floor, as the press of a key does. Asked again while it waits, the last one counts; its place in
    /// the queue stays. What comes of it is told by [SessionEvent.FloorChanged] and [SessionEvent.FloorDenied].
    void request();

    /// Gives the floor away once what was said before has been sent, or asks for it no longer.
    void release();
}
