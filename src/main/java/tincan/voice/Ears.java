package tincan.voice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tincan.voice.audio.Pcm;
import tincan.voice.audio.Pull;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.VoicePacket;
import tincan.voice.play.Mixer;
import tincan.voice.play.Receiver;

/// What is heard of the others: a receiver for each who speaks, mixed. Packets come on one thread, the loudspeaker
/// pulls on another, and whose turn it is is told on a third.
final class Ears implements Pull {
    /// Who was not heard for so long is not talking.
    private static final long TALKING_NANOS = 300_000_000L;
    /// A receiver is closed after so long without a packet.
    private static final long IDLE_NANOS = 10_000_000_000L;
    private static final long REPORT_NANOS = 1_000_000_000L;
    /// So many are heard at once; who comes later waits until one has been quiet.
    private static final int MOST = 32;

    private final VoiceCodec codec;
    private final Sender sender;
    private final PacketOut out;
    private final Runnable onTalkers;
    private final Mixer mixer = new Mixer();
    private final short[] one = new short[Pcm.FRAME];
    /// Owner: the lock on this object, as the three after it.
    private final Map<Integer, Voice> voices = new HashMap<>();
    private final Bursts bursts = new Bursts();
    private Set<Integer> talkers = Set.of();
    private boolean closed;
    /// Whether anything is heard. Written by the loudspeaker's thread.
    private volatile boolean sounding;
    /// Owner: the loudspeaker's thread.
    private long nextReport = System.nanoTime();

    /// Somebody who speaks. Owner: the lock on the ears.
    private static final class Voice {
        private final Receiver receiver;
        private long last;
        private boolean ended;

        Voice(Receiver receiver) {
            this.receiver = receiver;
        }
    }

    /// @param out gets reports of what was lost
    /// @param onTalkers called when others are heard than before; must not block
    Ears(VoiceCodec codec, Sender sender, PacketOut out, Runnable onTalkers) {
        this.codec = codec;
        this.sender = sender;
        this.out = out;
        this.onTalkers = onTalkers;
    }

    /// Everybody may be heard from now on.
    synchronized void everybody(long now) {
        bursts.everybody(now);
    }

    /// Only this turn may be heard from now on.
    synchronized void turn(int epoch, long now) {
        bursts.turn(epoch, now);
    }

    /// Takes a voice packet.
    ///
    /// @return whether it may be heard
    boolean heard(VoicePacket packet, long now) {
        Receiver receiver;
        synchronized (this) {
            if (closed || !bursts.allows(packet, now)) {
                return false;
            }
            Voice voice = voices.get(packet.slot());
            if (voice == null) {
                if (voices.size() >= MOST) {
                    return false;
                }
                voice = new Voice(new Receiver(codec.decoder()));
                voices.put(packet.slot(), voice);
            }
            voice.last = now;
            voice.ended = packet.isLast();
            receiver = voice.receiver;
        }
        receiver.put(packet, now);
        lookAround(now);
        return true;
    }

    @Override
    public void pull(short[] frame, long nowNanos) {
        boolean any = false;
        for (Receiver receiver : receivers()) {
            Arrays.fill(one, (short) 0);
            if (receiver.pull(one, nowNanos)) {
                mixer.add(one);
                any = true;
            }
        }
        sounding = any;
        mixer.mix(frame);
        lookAround(nowNanos);
        if (nowNanos - nextReport >= 0) {
            nextReport = nowNanos + REPORT_NANOS;
            report();
        }
    }

    private synchronized Receiver[] receivers() {
        return voices.values().stream().map(voice -> voice.receiver).toArray(Receiver[]::new);
    }

    private void report() {
        for (Receiver receiver : receivers()) {
            receiver.report().ifPresent(report -> out.send(sender.report(report.toBytes())));
        }
    }

    private void lookAround(long now) {
        Set<Integer> found = new HashSet<>();
        synchronized (this) {
            Iterator<Map.Entry<Integer, Voice>> all = voices.entrySet().iterator();
            while (all.hasNext()) {
                Map.Entry<Integer, Voice> each = all.next();
                long quiet = now - each.getValue().last;
                if (quiet > IDLE_NANOS) {
                    each.getValue().receiver.close();
                    all.remove();
                } else if (!each.getValue().ended && quiet < TALKING_NANOS) {
                    found.add(each.getKey());
                }
            }
            if (found.equals(talkers)) {
                return;
            }
            talkers = Set.copyOf(found);
        }
        onTalkers.run();
    }

    /// Whether anything is heard at this moment, late or not.
    boolean isSounding() {
        return sounding;
    }

    /// The members who are heard.
    synchronized Set<Integer> talkers() {
        return talkers;
    }

    /// How it goes with a member's voice; null if it was not heard of late.
    synchronized Receiver.@Nullable Stats stats(int member) {
        Voice voice = voices.get(member);
        return voice == null ? null : voice.receiver.stats();
    }

    /// Packets may still come afterwards, and are passed over.
    synchronized void close() {
        closed = true;
        voices.values().forEach(voice -> voice.receiver.close());
        voices.clear();
    }
}
