package tincan.ui.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tincan.session.Voice;
import tincan.session.VoicePath;
import tincan.voice.Transmission;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;

/// A voice without sound: a test says what is heard and what does not work.
final class FakeVoice implements Voice {
    /// In order: `press`, `release`.
    final List<String> pressed = new ArrayList<>();
    final Map<Long, Transmission> kept = new HashMap<>();
    VoicePath path = VoicePath.DATAGRAMS;
    Set<Integer> talkers = Set.of();
    Optional<Trouble> microphone = Optional.empty();
    Optional<Trouble> loudspeaker = Optional.empty();
    double level;
    Set<Tone> tones = Set.of(Tone.values());
    boolean quieted;

    private final Runnable changed;
    private boolean muted;
    private long playing;

    FakeVoice(Runnable changed) {
        this.changed = changed;
    }

    /// Tells the window that something is otherwise now.
    void tell() {
        changed.run();
    }

    /// Keeps what was said in a turn, rising and falling.
    void keep(long epoch, int member, Duration length) {
        kept.put(epoch, new Transmission(epoch, member, length, IntStream.range(0, Transmission.PEAKS)
                .mapToObj(i -> (float) Math.abs(Math.sin(i * 0.37) * Math.sin(i * 0.11))).toList()));
    }

    @Override
    public void mute(boolean now) {
        muted = now;
    }

    @Override
    public boolean muted() {
        return muted;
    }

    @Override
    public boolean quieted() {
        return quieted;
    }

    @Override
    public void talk(boolean now) {
        pressed.add(now ? "press" : "release");
    }

    @Override
    public void tones(Set<Tone> now) {
        tones = now;
    }

    @Override
    public VoicePath path() {
        return path;
    }

    @Override
    public double level() {
        return level;
    }

    @Override
    public Set<Integer> talkers() {
        return talkers;
    }

    @Override
    public Optional<Trouble> microphoneTrouble() {
        return microphone;
    }

    @Override
    public Optional<Trouble> loudspeakerTrouble() {
        return loudspeaker;
    }

    @Override
    public Optional<Transmission> transmission(long epoch) {
        return Optional.ofNullable(kept.get(epoch));
    }

    @Override
    public void play(long epoch) {
        playing = epoch;
    }

    @Override
    public void stopPlaying() {
        playing = 0;
    }

    @Override
    public long playing() {
        return playing;
    }
}
