package tincan.home;

/// The key that is held to talk.
public enum TalkKey {
    F6, F7, F8, F9;

    /// As it stands in the settings file.
    public String stored() {
        return name();
    }
}
