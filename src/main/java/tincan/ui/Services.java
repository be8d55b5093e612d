package tincan.ui;

import java.util.concurrent.Executor;
import java.util.function.Function;
import tincan.home.VoiceSettings;
import tincan.lab.lesson.Lessons;
import tincan.session.Sessions;
import tincan.voice.audio.Sound;

/// What the window needs from the program around it.
///
/// @param sessions makes sessions
/// @param places where one may want to go
/// @param files asks for files
/// @param lessons of the lab
/// @param sounds gives the devices that were chosen
/// @param fx runs work on the JavaFX thread
/// @param background runs work that may block
public record Services(Sessions sessions, UserSettings settings, Places places, FileDialogs files,
        Lessons lessons, Function<VoiceSettings, Sound> sounds, Executor fx, Executor background) {}
