package tincan.voice.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A WAV file that grows (RIFF, PCM, as Microsoft's and IBM's description of 1991 has it). What it says of its length
/// is right after each second and at the end, so that a file whose writer died can be heard. Owner: one thread.
public final class WavFile implements AutoCloseable {
    private static final int HEADER = 44;
    private static final int AFTER_RIFF = 8;
    private static final int RIFF_LENGTH = 4;
    private static final int DATA_LENGTH = 40;
    private static final int PCM = 1;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int SECOND = BYTES_PER_SAMPLE * Pcm.RATE;
    /// Lengths are 32 bits without a sign; readers that take them with one exist.
    private static final long MOST = Integer.MAX_VALUE - SECOND;

    private final FileChannel file;
    private long length;
    private long told;

    private WavFile(FileChannel file) {
        this.file = file;
    }

    /// Begins a file; one of that name is overwritten.
    public static WavFile create(Path path) throws IOException {
        WavFile wav = new WavFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
        try {
            write(wav.file, header(), 0);
        } catch (IOException e) {
            wav.file.close();
            throw e;
        }
        return wav;
    }

    /// Goes on with a file that this program has begun, behind what is there.
    static WavFile goOn(Path path) throws IOException {
        WavFile wav = new WavFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try {
            wav.length = Math.max(0, wav.file.size() - HEADER) / BYTES_PER_SAMPLE * BYTES_PER_SAMPLE;
            write(wav.file, header(), 0); // it may have been removed meanwhile
            wav.tellLength();
        } catch (IOException e) {
            wav.file.close();
            throw e;
        }
        return wav;
    }

    private static ByteBuffer header() {
        return ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF")).putInt(HEADER - AFTER_RIFF).put(ascii("WAVE"))
                .put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1).putInt(Pcm.RATE).putInt(SECOND)
                .putShort((short) BYTES_PER_SAMPLE).putShort((short) Short.SIZE)
                .put(ascii("data")).putInt(0).flip();
    }

    private static byte[] ascii(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }

    /// Opens any file of sound that the system understands, such as WAV, AIFF and AU of any rate.
    ///
    /// @return its sound in the form of [Pcm]: little endian, without a header
    public static InputStream read(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        try {
            AudioInputStream sound = AudioSystem.getAudioInputStream(bytes);
            return new BufferedInputStream(AudioSystem.getAudioInputStream(OpenLine.FORMAT, sound));
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            bytes.close();
            throw new IOException("not a file of sound: " + path, e);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /// Adds samples, until the file is as long as a WAV file can be: then they are dropped.
    public void append(short[] samples) throws IOException {
        if (length > MOST) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES_PER_SAMPLE * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        int added = bytes.remaining();
        write(file, bytes, HEADER + length);
        length += added;
        if (length - told >= SECOND) {
            tellLength();
        }
    }

    private void tellLength() throws IOException {
        write(file, number(HEADER - AFTER_RIFF + length), RIFF_LENGTH);
        write(file, number(length), DATA_LENGTH);
        told = length;
    }

    private static ByteBuffer number(long number) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt((int) number).flip();
    }

    private static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            tellLength();
        }
    }
}
