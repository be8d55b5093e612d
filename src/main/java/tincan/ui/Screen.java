package tincan.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.home.Settings;
import tincan.session.Session;

/// What fills the window. On the JavaFX thread.
public interface Screen {

    Parent root();

    /// For the window's title; empty for the program's name alone.
    ObservableValue<String> titleProperty();

    /// It has come to the front: the focus goes where the user most likely begins.
    void shown();

    /// Does what a key asks for, if this screen knows it.
    default void perform(ScreenAction action) {}

    /// The settings changed while it was open.
    default void settingsChanged(Settings now) {}

    /// Whether something runs in it that would end if it were made anew.
    default boolean running() {
        return false;
    }

    /// The sessions that it shows, to be left when it goes.
    default List<Session> sessions() {
        return List.of();
    }

    /// Whether it may go without a word. The first time that something would be lost it says so instead.
    default boolean mayGo() {
        return true;
    }

    /// It will not come back; lets go of all it holds but its sessions.
    default void close() {}
}
