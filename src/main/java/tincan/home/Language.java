package tincan.home;

import java.util.Locale;

/// The language of the window, or the system's.
public enum Language {
    ENGLISH("en"), CHINESE("zh-CN"), SYSTEM("system");

    private final String stored;

    Language(String stored) {
        this.stored = stored;
    }

    /// The name in the settings file.
    String stored() {
        return stored;
    }

    /// The locale to take texts from.
    ///
    /// @param system the system's own
    public Locale locale(Locale system) {
        return switch (this) {
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
            case SYSTEM -> system;
        };
    }
}
