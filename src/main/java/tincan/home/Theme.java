package tincan.home;

/// Day, night, or what the system says.
public enum Theme {
    LIGHT("light"), DARK("dark"), SYSTEM("system");

    private final String stored;

    Theme(String stored) {
        this.stored = stored;
    }

    /// The name in the settings file.
    String stored() {
        return stored;
    }
}
