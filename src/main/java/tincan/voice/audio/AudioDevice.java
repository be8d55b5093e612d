package tincan.voice.audio;

/// A device as the system names it.
///
/// @param name by which it is chosen
/// @param standard whether it is the one that is used when none is chosen
public record AudioDevice(String name, boolean standard) {}
