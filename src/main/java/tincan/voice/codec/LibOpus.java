package tincan.voice.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The functions of libopus that are used, by their C signatures: the one class that knows them.
@SuppressWarnings("restricted")
final class LibOpus {
    private static final int VOIP = 2048;
    private static final int SET_BITRATE = 4002;
    private static final int SET_VBR = 4006;
    private static final int SET_COMPLEXITY = 4010;
    private static final int SET_SIGNAL = 4024;
    private static final int VOICE = 3001;
    private static final int ENCODER_COMPLEXITY = 9;
    private static final int LONGEST_NAME = 200;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final MethodHandle encoderCreate;
    private final MethodHandle encoderDestroy;
    private final MethodHandle encoderControl;
    private final MethodHandle encode;
    private final MethodHandle decoderCreate;
    private final MethodHandle decoderDestroy;
    private final MethodHandle decode;
    private final MethodHandle versionString;

    /// Loads it for as long as the program runs.
    LibOpus(Path file) {
        symbols = SymbolLookup.libraryLookup(file, Arena.global());
        encoderCreate = function("opus_encoder_create",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        encoderDestroy = function("opus_encoder_destroy", FunctionDescriptor.ofVoid(ADDRESS));
        encoderControl = control("opus_encoder_ctl");
        encode = function("opus_encode",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
        decoderCreate = function("opus_decoder_create", FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
        decoderDestroy = function("opus_decoder_destroy", FunctionDescriptor.ofVoid(ADDRESS));
        decode = function("opus_decode",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
        versionString = function("opus_get_version_string", FunctionDescriptor.of(ADDRESS));
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return linker.downcallHandle(symbols.findOrThrow(name), descriptor, options);
    }

    /// The settings are variadic in C, which some systems call in a way of their own.
    private MethodHandle control(String name) {
        return function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
                Linker.Option.firstVariadicArg(2));
    }

    /// An encoder's state, freed with the arena.
    MemorySegment newEncoder(Arena arena, int bitrate) {
        MemorySegment state = call(() -> (MemorySegment) encoderCreate.invokeExact(Opus.RATE, 1, VOIP,
                MemorySegment.NULL));
        MemorySegment owned = owned(state, arena, encoderDestroy);
        set(encoderControl, owned, SET_BITRATE, bitrate);
        set(encoderControl, owned, SET_VBR, 1);
        set(encoderControl, owned, SET_SIGNAL, VOICE);
        set(encoderControl, owned, SET_COMPLEXITY, ENCODER_COMPLEXITY);
        return owned;
    }

    /// A decoder's state, freed with the arena.
    MemorySegment newDecoder(Arena arena) {
        MemorySegment state = call(
                () -> (MemorySegment) decoderCreate.invokeExact(Opus.RATE, 1, MemorySegment.NULL));
        return owned(state, arena, decoderDestroy);
    }

    /// The length of the packet.
    int encode(MemorySegment state, MemorySegment sound, MemorySegment packet) {
        int length = call(() -> (int) encode.invokeExact(state, sound, Opus.FRAME, packet, (int) packet.byteSize()));
        if (length < 0) {
            throw new IllegalStateException("libopus says " + length);
        }
        return length;
    }

    /// Whether it became a frame.
    boolean decode(MemorySegment state, MemorySegment packet, int length, MemorySegment sound) {
        return call(() -> (int) decode.invokeExact(state, packet, length, sound, Opus.FRAME, 0)) == Opus.FRAME;
    }

    String version() {
        return call(() -> (MemorySegment) versionString.invokeExact()).reinterpret(LONGEST_NAME).getString(0);
    }

    private static MemorySegment owned(MemorySegment state, Arena arena, MethodHandle destroy) {
        if (state.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("libopus has no memory");
        }
        return state.reinterpret(arena, freed -> call(() -> {
            destroy.invokeExact(freed);
            return true;
        }));
    }

    private static void set(MethodHandle control, MemorySegment state, int request, int value) {
        int result = call(() -> (int) control.invokeExact(state, request, value));
        if (result != 0) {
            throw new IllegalStateException("libopus says %d to %d".formatted(result, request));
        }
    }

    private interface Call<T> {
        T run() throws Throwable;
    }

    private static <T> T call(Call<T> function) {
        try {
            return function.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a C function throws nothing", e);
        }
    }
}
