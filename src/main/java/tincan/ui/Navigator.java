package tincan.ui;

import tincan.lab.Lesson;
import tincan.session.Session;

/// The ways between the screens. On the JavaFX thread.
public interface Navigator {

    /// Closes the screen in front for good and shows Start, unless that screen has something to ask first.
    void showStart();

    /// The same, with the focus where one hosts.
    void showHost();

    /// Closes Start and shows a session.
    void showSession(OpenSession session);

    /// Closes Start and shows a host and a guest beside each other.
    void showBothEnds(BothEnds ends);

    /// Closes Start and shows a recording.
    void showRecording(OpenedRecording recording);

    /// Closes the screen in front and shows all lessons.
    void showLab();

    /// Closes the screen in front and shows a lesson.
    void showLesson(Lesson lesson);

    /// Leaves a session whose screen stays, without waiting for that.
    void leave(Session session);

    /// Shows the settings; the screen below them stays as it is.
    void showSettings();

    /// Lists the keys over the screen in front.
    void showHelp();

    /// Goes back to the screen below the settings or the help; does nothing where there is none.
    void back();

    /// By day from night, and the other way round.
    void toggleTheme();
}
