package tincan.voice.audio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// What ALSA, by which Java reaches the sound of Linux, has read of its configuration. It reads it once, and puts
/// PulseAudio's devices in it only if that runs at that moment: for a server that starts later it must forget it.
@SuppressWarnings("restricted")
final class AlsaConfiguration {
    private static final Optional<MethodHandle> FREE = find();

    private AlsaConfiguration() {}

    /// Lets ALSA read it again. Open devices are not touched; where there is no ALSA this does nothing. Any thread.
    static void forget() {
        FREE.ifPresent(AlsaConfiguration::call);
    }

    private static void call(MethodHandle free) {
        try {
            int _ = (int) free.invokeExact(); // it has nothing to say
        } catch (Throwable e) {
            throw new IllegalStateException("a C function throws nothing", e);
        }
    }

    private static Optional<MethodHandle> find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        try {
            return SymbolLookup.libraryLookup("libasound.so.2", Arena.global()).find("snd_config_update_free_global")
                    .map(function -> Linker.nativeLinker().downcallHandle(function,
                            FunctionDescriptor.of(ValueLayout.JAVA_INT)));
        } catch (IllegalArgumentException | IllegalCallerException _) {
            return Optional.empty(); // no ALSA, or native access is not allowed: then the program has to start again
        }
    }
}
