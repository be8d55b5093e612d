package tincan.ui;

import java.util.concurrent.Executor;
import tincan.home.RecentAddresses;
import tincan.session.Sessions;

/// What the window needs from the program around it.
///
/// @param sessions makes sessions
/// @param fx runs work on the JavaFX thread
/// @param background runs work that may block
public record Services(Sessions sessions, UserSettings settings, RecentAddresses recent, Executor fx,
        Executor background) {}
