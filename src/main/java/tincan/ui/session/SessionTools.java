package tincan.ui.session;

import java.util.function.Supplier;
import tincan.ui.log.LogTools;
import tincan.voice.audio.Sound;

/// What the screens of sessions share.
///
/// @param log for the connection log
/// @param sound the devices that are chosen when voice is joined
public record SessionTools(LogTools log, Supplier<Sound> sound) {}
