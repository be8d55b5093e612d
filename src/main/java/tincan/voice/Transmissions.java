package tincan.voice;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
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
    /// Owner: the lock on this object, as the next two.
    private final Map<Long, Transmission> drawn = new LinkedHashMap<>();
    /// The turns that are to be drawn.
    private final SequencedSet<Long> due = new LinkedHashSet<>();
    /// Whether one is drawn now.
    private boolean drawing;

    /// @param onChange called when one can be shown, on any thread; must not block
    public Transmissions(VoiceCodec codec, Runnable onChange) {
        this.codec = codec;
        this.onChange = onChange;
    }

    /// Takes a packet of a turn, one's own or another's; what is said outside of turns is not kept.
    synchronized void add(VoicePacket packet) {
        if (packet.burst() == 0 || packet.isDuplex()) {
            return;
        }
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
            due.remove(gone.getKey());
            oldest.remove();
        }
    }

    /// A turn is over, for now at least: draws it, on a thread of its own. Who speaks twice in one turn ends it twice.
    /// One is drawn at a time, and whatever ends meanwhile once: whoever has the floor may end its turn with
    /// each packet.
    synchronized void over(int burst) {
        long epoch = Integer.toUnsignedLong(burst);
        Recording recording = recordings.get(epoch);
        if (recording != null && recording.hasMore()) {
            due.add(epoch);
            drawNext();
        }
    }

    /// Under the lock.
    private void drawNext() {
        if (!drawing && !due.isEmpty()) {
            drawing = true;
            long epoch = due.removeFirst();
            Thread.ofVirtual().name("voice waveform").start(() -> draw(epoch));
        }
    }

    private void draw(long epoch) {
        try {
            sketch(epoch).map(sketch -> Recording.draw(epoch, sketch.member(), sketch.steps(), codec))
                    .ifPresent(this::keep);
        } finally {
            synchronized (this) {
                drawing = false;
                drawNext();
            }
        }
    }

    /// What there is to draw.
    private record Sketch(int member, List<Recording.Step> steps) {}

    private synchronized Optional<Sketch> sketch(long epoch) {
        return Optional.ofNullable(recordings.get(epoch))
                .map(recording -> new Sketch(recording.member(), recording.steps()));
    }

    private void keep(Transmission transmission) {
        synchronized (this) {
            if (recordings.containsKey(transmission.epoch())) {
                drawn.put(transmission.epoch(), transmission);
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
        return Optional.ofNullable(recording).map(one -> new Replay(epoch, one.steps(), codec));
    }

    /// Plays it, step by step. Thread-safe: it is played on one thread and may be stopped on another meanwhile.
    static final class Replay implements Clip {
        private final long epoch;
        private final Iterator<Recording.Step> steps;
        private final VoiceCodec codec;
        private @Nullable VoiceDecoder decoder;
        private boolean closed;

        private Replay(long epoch, List<Recording.Step> steps, VoiceCodec codec) {
            this.epoch = epoch;
            this.steps = steps.iterator();
            this.codec = codec;
        }

        /// Of the turn.
        long epoch() {
            return epoch;
        }

        @Override
        public synchronized boolean next(short[] frame) {
            if (closed || !steps.hasNext()) {
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
        synchronized void close() {
            VoiceDecoder by = decoder;
            if (by != null && !closed) {
                by.close();
            }
            closed = true;
        }
    }
}
