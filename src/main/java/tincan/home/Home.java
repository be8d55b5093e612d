package tincan.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folders of the program's own files: XDG's on Linux, their counterparts on Windows and macOS, or all below one
/// folder of the user's choice. Nothing is made until something is written.
///
/// @param config settings
/// @param data what the user made: conversations, records
/// @param state what may be lost: window size, recent addresses, sessions while they last
public record Home(Path config, Path data, Path state) {

    /// Everything below one folder (`--home`).
    public static Home below(Path folder) {
        return new Home(folder.resolve("config"), folder.resolve("data"), folder.resolve("state"));
    }

    /// The folders that this system and user expect.
    ///
    /// @param environment the process's environment variables
    /// @param userHome the user's own folder
    /// @param osName the system property `os.name`
    public static Home of(Map<String, String> environment, Path userHome, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA", userHome.resolve("AppData/Roaming")).resolve("Tincan");
            Path local = folder(environment, "LOCALAPPDATA", userHome.resolve("AppData/Local")).resolve("Tincan");
            return new Home(roaming, roaming.resolve("data"), local);
        }
        if (os.startsWith("mac")) {
            Path support = userHome.resolve("Library/Application Support/Tincan");
            return new Home(support, support.resolve("data"), support.resolve("state"));
        }
        return new Home(folder(environment, "XDG_CONFIG_HOME", userHome.resolve(".config")).resolve("tincan"),
                folder(environment, "XDG_DATA_HOME", userHome.resolve(".local/share")).resolve("tincan"),
                folder(environment, "XDG_STATE_HOME", userHome.resolve(".local/state")).resolve("tincan"));
    }

    /// The folders that the system and the user of this process expect.
    public static Home ofProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    /// Where sessions are kept while they last.
    public Path sessions() {
        return state.resolve("sessions");
    }

    /// Where lessons of the lab keep what they are given, a folder each.
    public Path lessons() {
        return data.resolve("lessons");
    }

    /// A relative value is ignored, as the XDG Base Directory Specification asks.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
