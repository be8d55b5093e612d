package tincan.voice;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tincan.voice.audio.Frames;
import tincan.voice.audio.Loudspeaker;
import tincan.voice.audio.Microphone;
import tincan.voice.audio.Pull;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;

/// The voice of one member, from its microphone to packets and from packets to its loudspeaker. It has no socket and
/// knows nothing of the floor: a session brings packets, and tells whose turn it is. Any thread.
public final class Talk implements AutoCloseable {
    /// How long is waited for a last frame, and for a last sound.
    private static final long PATIENCE_NANOS = 400_000_000L;

    /// What a sound takes through loudspeaker and microphone, about.
    private static final Duration DEVICES = Duration.ofMillis(40);

    private final Sender sender;
    private final Transmissions transmissions;
    private final Runnable onChange;
    private final Mouth mouth;
    private final Ears ears;
    private final Microphone microphone;
    private final Loudspeaker loudspeaker;
    /// Whether a talk is under way. Written by the microphone's thread.
    private volatile boolean speaking;
    private volatile Set<Tone> tones = Set.of(Tone.values());
    private final AtomicReference<@Nullable Due> hushed = new AtomicReference<>();
    private final AtomicReference<@Nullable Due> tone = new AtomicReference<>();
    /// The turn that was heard last, another's.
    private volatile int heardIn;
    /// The one that plays, and no other of the same turn.
    private final AtomicReference<Transmissions.@Nullable Replay> playing = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Opens nothing yet.
    ///
    /// @param sender numbers this member's packets
    /// @param out takes them
    /// @param transmissions gets the turns that are heard, and this member's own
    /// @param onChange called when anything that can be asked here has changed, but for levels; must not block
    public Talk(Sound sound, Sender sender, PacketOut out, Transmissions transmissions, Runnable onChange) {
        VoiceCodec codec = VoiceCodec.best();
        this.sender = sender;
        this.transmissions = transmissions;
        this.onChange = onChange;
        this.mouth = new Mouth(sender, codec.encoder(VoiceCodec.BITRATE), new Kept(out));
        this.ears = new Ears(codec, sender, out, onChange);
        this.microphone = new Microphone(sound, this::recorded, _ -> onChange.run());
        this.loudspeaker = new Loudspeaker(sound, this::pull, _ -> onChange.run());
    }

    /// What this member says, kept on its way out.
    private final class Kept implements PacketOut {
        private final PacketOut out;

        Kept(PacketOut out) {
            this.out = out;
        }

        @Override
        public void send(VoicePacket packet) {
            keep(packet);
            out.send(packet);
        }

        @Override
        public boolean takesVoice(int burst) {
            return out.takesVoice(burst);
        }
    }

    /// Something to be done, at the latest at a time by [System#nanoTime].
    private record Due(long latest, Runnable action) {}

    /// Opens microphone and loudspeaker, and keeps them open.
    public void start() {
        loudspeaker.start();
        microphone.start();
    }

    /// As [Frames#frame].
    private void recorded(short[] frame, boolean first, boolean last) {
        boolean before = mouth.isSending();
        mouth.frame(frame, first, last);
        if (first || last) {
            speaking = !last;
        }
        if (before != mouth.isSending()) {
            onChange.run();
        }
        if (last) {
            doDue(hushed, true);
        }
    }

    /// As [Pull#pull]. It is called each 10 ms, also while there is no loudspeaker.
    private void pull(short[] frame, long now) {
        ears.pull(frame, now);
        Due hush = hushed.get();
        doDue(hushed, hush != null && now - hush.latest() >= 0); // a microphone that is gone ends nothing
        Due over = tone.get();
        doDue(tone, over != null && !loudspeaker.hasTone() && (!ears.isSounding() || now - over.latest() >= 0));
    }

    private static void doDue(AtomicReference<@Nullable Due> which, boolean now) {
        Due due = now ? which.getAndSet(null) : null;
        if (due != null) {
            due.action().run();
        }
    }

    private void keep(VoicePacket packet) {
        transmissions.add(packet);
        if (packet.isLast() && !packet.isDuplex()) {
            transmissions.over(packet.burst());
        }
    }

    /// Takes a packet that came.
    ///
    /// @param nanos when it came, by [System#nanoTime]
    public void heard(VoicePacket packet, long nanos) {
        switch (packet.type()) {
            case VOICE -> {
                if (ears.heard(packet, nanos)) {
                    heardIn = packet.burst();
                    keep(packet);
                }
            }
            case REPORT -> Report.of(packet.body()).filter(report -> report.about() == sender.slot())
                    .ifPresent(report -> mouth.reported(packet.slot(), report, nanos));
            case PING, PONG -> {
            }
        }
    }

    /// Everybody may be heard from now on.
    public void everybody() {
        ears.everybody(System.nanoTime());
    }

    /// Only who speaks in this turn may be heard from now on; a little longer, who spoke in the last one.
    public void turn(long epoch) {
        ears.turn((int) epoch, System.nanoTime());
    }

    /// A turn is over: it can be heard again.
    public void over(long epoch) {
        transmissions.over((int) epoch);
    }

    /// The microphone is sent from now on. A tone that is still to come is not played: others would hear it, too.
    ///
    /// @param epoch the turn it is said in; 0 where everybody may talk
    /// @param before how much of what was said before goes along
    public void speak(long epoch, Duration before) {
        tone.set(null);
        mouth.speakIn((int) epoch);
        microphone.talk(before);
    }

    /// The same, but silence is sent while a tone sounds that this member plays now: its own loudspeaker may be near.
    public void speakAfter(Tone signal, long epoch, Duration before) {
        tone.set(null);
        mouth.speakIn((int) epoch);
        microphone.talk(before, signal.length().plus(DEVICES));
    }

    /// The microphone is sent a little longer.
    ///
    /// @param after how much longer
    /// @param over called once it is no longer sent; at once if it is not
    public void hush(Duration after, Runnable over) {
        hushed.set(new Due(System.nanoTime() + after.toNanos() + PATIENCE_NANOS, over));
        microphone.hush(speaking ? after : Duration.ZERO);
        doDue(hushed, !speaking);
    }

    /// Plays these tones from now on, and no others.
    public void tones(Set<Tone> played) {
        tones = Set.copyOf(played);
    }

    /// Plays a tone at once, if it is one of those that are played.
    public void tone(Tone which) {
        if (tones.contains(which)) {
            loudspeaker.tone(which);
        }
    }

    /// Plays a tone when the voice of a turn has died away, and after a tone that sounds then; none if nobody was heard
    /// in that turn.
    public void toneAfter(long epoch, Tone which) {
        if (heardIn == (int) epoch && heardIn != 0) {
            tone.set(new Due(System.nanoTime() + PATIENCE_NANOS, () -> tone(which)));
        }
    }

    /// Plays a turn again, instead of one that still plays.
    public synchronized void play(long epoch) {
        transmissions.replay(epoch).ifPresent(replay -> {
            playing.set(replay);
            loudspeaker.play(replay, () -> {
                replay.close();
                playing.compareAndSet(replay, null);
                onChange.run();
            });
            onChange.run();
        });
    }

    public void stopPlaying() {
        loudspeaker.stopPlaying();
    }

    /// The epoch of the turn that is played again; 0 if none is.
    public long playing() {
        Transmissions.Replay now = playing.get();
        return now == null ? 0 : now.epoch();
    }

    /// Who is heard, this member included while its microphone is sent.
    public Set<Integer> talkers() {
        Set<Integer> all = new HashSet<>(ears.talkers());
        if (mouth.isSending()) {
            all.add(sender.slot());
        }
        return all;
    }

    /// The loudest that the microphone heard just now, in dBFS.
    public double level() {
        return microphone.level();
    }

    public Optional<Trouble> microphoneTrouble() {
        return microphone.trouble();
    }

    public Optional<Trouble> loudspeakerTrouble() {
        return loudspeaker.trouble();
    }

    /// From now on nothing is sent and nobody is heard. The devices may still be open until [#close].
    public void silence() {
        mouth.close();
        ears.close();
    }

    /// Ends, with the devices closed; waits for them, but not for long.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            silence();
            microphone.end(); // both at once: each may hang
            loudspeaker.end();
            microphone.close();
            loudspeaker.close();
        }
    }
}
