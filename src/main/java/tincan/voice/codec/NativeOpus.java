package tincan.voice.codec;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opus by libopus, a file that comes with the program: the folder is named by the property `tincan.libraries`.
public final class NativeOpus implements VoiceCodec {
    private static final String FOLDER = "tincan.libraries";

    private final LibOpus library;

    private NativeOpus(LibOpus library) {
        this.library = library;
    }

    /// libopus, if it is there, can be loaded and works.
    public static Optional<NativeOpus> find() {
        String folder = System.getProperty(FOLDER, "");
        return folder.isEmpty() ? Optional.empty() : in(Path.of(folder));
    }

    /// libopus in this folder.
    static Optional<NativeOpus> in(Path folder) {
        Path file = folder.resolve(System.mapLibraryName("opus"));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            NativeOpus codec = new NativeOpus(new LibOpus(file.toAbsolutePath()));
            codec.tryOut();
            return Optional.of(codec);
        } catch (RuntimeException | LinkageError _) {
            // for another system, too old, or native access is not allowed: Concentus does it
            return Optional.empty();
        }
    }

    private void tryOut() {
        try (VoiceEncoder encoder = encoder(BITRATE); VoiceDecoder decoder = decoder()) {
            decoder.decode(encoder.encode(new short[Opus.FRAME]));
        }
    }

    @Override
    public VoiceEncoder encoder(int bitrate) {
        return new Encoder(library, bitrate);
    }

    @Override
    public VoiceDecoder decoder() {
        return new Decoder(library);
    }

    @Override
    public String name() {
        return library.version();
    }

    /// Memory outside of Java, and what lies in it; freed once.
    private abstract static class Coder implements AutoCloseable {
        final Arena arena = Arena.ofShared();
        final MemorySegment sound = arena.allocate(ValueLayout.JAVA_SHORT, Opus.FRAME);
        final MemorySegment bytes = arena.allocate(Opus.LONGEST);

        /// After this, using it is an IllegalStateException.
        @Override
        public void close() {
            if (arena.scope().isAlive()) {
                arena.close();
            }
        }
    }

    private static final class Encoder extends Coder implements VoiceEncoder {
        private final LibOpus library;
        private final MemorySegment state;

        Encoder(LibOpus library, int bitrate) {
            this.library = library;
            this.state = library.newEncoder(arena, bitrate);
        }

        @Override
        public byte[] encode(short[] frame) {
            MemorySegment.copy(Opus.checked(frame), 0, sound, ValueLayout.JAVA_SHORT, 0, Opus.FRAME);
            int length = library.encode(state, sound, bytes);
            return bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static final class Decoder extends Coder implements VoiceDecoder {
        private final LibOpus library;
        private final MemorySegment state;

        Decoder(LibOpus library) {
            this.library = library;
            this.state = library.newDecoder(arena);
        }

        @Override
        public short[] decode(byte[] packet) {
            if (!Opus.isFrame(packet)) {
                return conceal();
            }
            MemorySegment.copy(packet, 0, bytes, ValueLayout.JAVA_BYTE, 0, packet.length);
            return library.decode(state, bytes, packet.length, sound) ? frame() : conceal();
        }

        @Override
        public short[] conceal() {
            return library.decode(state, MemorySegment.NULL, 0, sound) ? frame() : new short[Opus.FRAME];
        }

        private short[] frame() {
            return sound.toArray(ValueLayout.JAVA_SHORT);
        }
    }
}
