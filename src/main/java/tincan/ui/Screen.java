package tincan.ui;

import javafx.scene.Parent;

/// What fills the window. On the JavaFX thread.
public interface Screen {

    Parent root();

    /// For the window's title; empty for the program's name alone.
    String title();

    /// It has come to the front: the focus goes where the user most likely begins.
    void shown();

    /// Does what a key asks for, if this screen knows it.
    default void perform(ScreenAction action) {}

    /// It will not come back; lets go of all it holds. A session that it shows is left, without waiting for that.
    default void close() {}
}
