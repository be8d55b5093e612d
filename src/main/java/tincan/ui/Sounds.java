package tincan.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import tincan.home.VoiceSettings;
import tincan.voice.audio.AudioDevices;
import tincan.voice.audio.Sound;

/// Microphones and loudspeakers.
///
/// @param chosen gives those that were chosen
/// @param devices asks the system which there are; takes some milliseconds
public record Sounds(Function<VoiceSettings, Sound> chosen, Supplier<AudioDevices> devices) {}
