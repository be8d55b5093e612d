package tincan.session;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tincan.voice.PacketOut;
import tincan.voice.Sender;
import tincan.voice.Talk;
import tincan.voice.Transmission;
import tincan.voice.Transmissions;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;
import tincan.voice.packet.VoicePacket;

/// The part that this side has in the voice of its session, a host's or a guest's. Any thread.
final class OwnVoice implements Voice {
    private final Talk talk;
    private final VoiceKey key;
    private final Transmissions transmissions;
    private final Handover devices;
    private final Supplier<VoicePath> path;

    /// Opens nothing yet.
    ///
    /// @param floor this side's
    /// @param out takes this side's packets
    OwnVoice(Sound sound, FloorControl floor, Kept kept, PacketOut out, Supplier<VoicePath> path, Runnable onChange) {
        this.transmissions = kept.transmissions();
        this.talk = new Talk(sound, kept.sender(), out, transmissions, onChange);
        this.key = new VoiceKey(talk, floor, kept.sender(), onChange);
        this.devices = kept.devices();
        this.path = path;
    }

    /// What outlives the voice: it may be left and joined again.
    ///
    /// @param sender numbers this side's packets, and knows whether it is muted
    /// @param devices opens and closes this side's, in order
    record Kept(Sender sender, Transmissions transmissions, Handover devices) {}

    void start() {
        key.start();
        devices.run(talk::start);
    }

    /// From now on nothing is sent and nobody is heard. The devices are closed as soon as they let that happen.
    void close() {
        key.close();
        talk.silence();
        devices.run(talk::close);
    }

    /// A packet came.
    ///
    /// @param nanos when, by [System#nanoTime]
    void heard(VoicePacket packet, long nanos) {
        talk.heard(packet, nanos);
    }

    /// As [Dispatcher#overhear].
    void told(Object kind) {
        key.told(kind);
    }

    @Override
    public void mute(boolean muted) {
        key.mute(muted);
    }

    @Override
    public boolean muted() {
        return key.muted();
    }

    @Override
    public boolean quieted() {
        return key.quieted();
    }

    @Override
    public void talk(boolean pressed) {
        key.press(pressed);
    }

    @Override
    public void tones(Set<Tone> played) {
        talk.tones(played);
    }

    @Override
    public VoicePath path() {
        return path.get();
    }

    @Override
    public double level() {
        return Math.pow(10, talk.level() / 20);
    }

    @Override
    public Set<Integer> talkers() {
        return talk.talkers();
    }

    @Override
    public Optional<Trouble> microphoneTrouble() {
        return talk.microphoneTrouble();
    }

    @Override
    public Optional<Trouble> loudspeakerTrouble() {
        return talk.loudspeakerTrouble();
    }

    @Override
    public Optional<Transmission> transmission(long epoch) {
        return transmissions.of(epoch);
    }

    @Override
    public void play(long epoch) {
        talk.play(epoch);
    }

    @Override
    public void stopPlaying() {
        talk.stopPlaying();
    }

    @Override
    public long playing() {
        return talk.playing();
    }
}
