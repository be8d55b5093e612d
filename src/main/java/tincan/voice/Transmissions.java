package tincan.voice;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.voice.audio.Clip;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.packet.VoicePacket;

/// The last turns of a session, to be heard again. They are kept in memory, the newest of them, and as many as fit.
/// Any thread.
public final class Transmissions {
    /// So many are kept.
    static final int MOST = 50;
    /// They take no more memory than this.
    static final long MOST_BYTES = 16L << 20;

    private final VoiceCodec codec;
    private final Runnable onChange;
    /// By epoch, the oldest first. Owner: the lock on this object.
    private final Map<Long, Recording> recordings = new LinkedHashMap<>();
    /// Owner: the lock on this object.
    private final Map<Long, Transmission> drawn = new LinkedHashMap<>();

    /// @param onChange called when one can be shown, on any thread; must not block
    public Transmissions(VoiceCodec codec, Runnable onChange) {
        this.codec = codec;
        this.onChange = onChange;
    }

    /// Takes a packet of a turn, one's own or another's.
    synchronized void add(VoicePacket packet) {
        long epoch = Integer.toUnsignedLong(packet.burst());
        recordings.computeIfAbsent(epoch, _ -> new Recording(packet.slot())).add(packet);
        forgetOldest();
    }

    /// Under the lock.
    private void forgetOldest() {
        long bytes = recordings.values().stream().mapToLong(Recording::bytes).sum();
        Iterator<Map.Entry<Long, Recording>> oldest = recordings.entrySet().iterator();
        while (recordings.size() > 1 && (recordings.size() > MOST || bytes > MOST_BYTES)) {
            Map.Entry<Long, Recording> gone = oldest.next();
            bytes -= gone.getValue().bytes();
            drawn.remove(gone.getKey());
            oldest.remove();
        }
    }

    /// A turn is over: draws it, on a thread of its own.
    void over(int burst) {
        long epoch = Integer.toUnsignedLong(burst);
        synchronized (this) {
            if (!recordings.containsKey(epoch) || drawn.containsKey(epoch)) {
                return;
            }
        }
        Thread.ofVirtual().name("voice waveform").start(() -> draw(epoch));
    }

    private void draw(long epoch) {
        int member;
        List<Recording.Step> steps;
        synchronized (this) {
            Recording recording = recordings.get(epoch);
            if (recording == null) {
                return;
            }
            member = recording.member();
            steps = recording.steps().toList();
        }
        Transmission transmission = Recording.draw(epoch, member, steps, codec);
        synchronized (this) {
            if (recordings.containsKey(epoch)) {
                drawn.put(epoch, transmission);
            }
        }
        onChange.run();
    }

    /// A turn that is over.
    public synchronized Optional<Transmission> of(long epoch) {
        return Optional.ofNullable(drawn.get(epoch));
    }

    /// The sound of a turn, if it is kept.
    synchronized Optional<Replay> replay(long epoch) {
        Recording recording = recordings.get(epoch);
        return Optional.ofNullable(recording).map(one -> new Replay(one.steps().toList(), codec));
    }

    /// Plays it, step by step. Owner: the loudspeaker's thread.
    static final class Replay implements Clip {
        private final Iterator<Recording.Step> steps;
        private final VoiceCodec codec;
        private @Nullable VoiceDecoder decoder;

        private Replay(List<Recording.Step> steps, VoiceCodec codec) {
            this.steps = steps.iterator();
            this.codec = codec;
        }

        @Override
        public boolean next(short[] frame) {
            if (!steps.hasNext()) {
                return false;
            }
            VoiceDecoder by = decoder;
            if (by == null) {
                by = codec.decoder();
                decoder = by;
            }
            short[] sound = steps.next().sound(by);
            System.arraycopy(sound, 0, frame, 0, frame.length);
            return true;
        }

        /// It is over, or was stopped.
        void close() {
            VoiceDecoder by = decoder;
            if (by != null) {
                by.close();
            }
        }
    }
}
