package tincan.ui;

import java.util.concurrent.Executor;
import tincan.home.RecentAddresses;

/// What the window needs from the program around it.
///
/// @param sessions makes sessions
/// @param fx runs work on the JavaFX thread
/// @param background runs work that may block
public record Services(SessionFactory sessions, UserSettings settings, RecentAddresses recent, Executor fx,
        Executor background) {}
