package tincan.ui;

import java.util.concurrent.Executor;
import tincan.lab.lesson.Lessons;
import tincan.session.Sessions;

/// What the window needs from the program around it.
///
/// @param sessions makes sessions
/// @param places where one may want to go
/// @param files asks for files
/// @param lessons of the lab
/// @param sounds the devices for voice
/// @param fx runs work on the JavaFX thread
/// @param background runs work that may block
public record Services(Sessions sessions, UserSettings settings, Places places, FileDialogs files,
        Lessons lessons, Sounds sounds, Executor fx, Executor background) {}
