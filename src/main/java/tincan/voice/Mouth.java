package tincan.voice;

import java.util.ArrayDeque;
import tincan.voice.audio.Frames;
import tincan.voice.audio.Pcm;
import tincan.voice.codec.VoiceEncoder;
import tincan.voice.packet.Redundancy;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;

/// Makes packets of what the microphone hears. In a turn all of it goes; where everybody may talk, only while somebody
/// is heard, with a little of what was before. Owner: the microphone's thread, but for what says otherwise.
final class Mouth implements Frames {
    /// Frames from before somebody was heard: 50 ms.
    private static final int BEFORE = 5;

    private final Sender sender;
    private final VoiceEncoder encoder;
    private final PacketOut out;
    private final Redundancy redundancy = new Redundancy();
    private final ArrayDeque<short[]> before = new ArrayDeque<>();
    private Gate gate = new Gate();
    /// The turn that is spoken in; 0 where everybody may talk. Changed between talks.
    private volatile int burst;
    private int spokenIn;
    /// Written by the microphone's thread.
    private volatile boolean sending;
    /// Owner: the lock on this object.
    private boolean closed;

    Mouth(Sender sender, VoiceEncoder encoder, PacketOut out) {
        this.sender = sender;
        this.encoder = encoder;
        this.out = out;
    }

    /// What is said from the next talk on belongs to this turn. Any thread.
    void speakIn(int turn) {
        burst = turn;
    }

    /// Whether what the microphone hears goes out at this moment. Any thread.
    boolean isSending() {
        return sending;
    }

    /// Somebody tells how much of what was sent it heard. Any thread.
    void reported(int by, Report report, long now) {
        synchronized (redundancy) {
            redundancy.reported(by, report, now);
        }
    }

    @Override
    public synchronized void frame(short[] frame, boolean first, boolean last) {
        if (closed) {
            return;
        }
        if (first) {
            spokenIn = burst;
            gate = new Gate();
            before.clear();
            sending = false;
        }
        hear(frame, last);
        sending = sending && !last;
    }

    private void hear(short[] frame, boolean last) {
        if (spokenIn != 0) {
            send(frame, !sending, last);
        } else if (gate.hears(Pcm.peak(frame)) && !last) {
            before.forEach(earlier -> send(earlier, !sending, false));
            before.clear();
            send(frame, !sending, false);
        } else {
            if (sending) {
                send(frame, false, true);
            }
            remember(frame);
        }
    }

    /// Ends. A microphone that hangs may bring a frame still later: it is passed over. Any thread.
    synchronized void close() {
        if (!closed) {
            closed = true;
            encoder.close();
        }
    }

    private void remember(short[] frame) {
        before.addLast(frame);
        if (before.size() > BEFORE) {
            before.removeFirst();
        }
    }

    private void send(short[] frame, boolean first, boolean last) {
        if (!out.takesVoice(spokenIn)) {
            sending = false; // what follows begins anew: a gap would be taken for delay
            return;
        }
        int flags = (first ? VoicePacket.FIRST : 0) | (last ? VoicePacket.LAST : 0)
                | (spokenIn == 0 ? VoicePacket.DUPLEX : 0);
        sending = !last;
        out.send(sender.voice(encoder.encode(frame), flags, spokenIn, depth()));
    }

    private int depth() {
        synchronized (redundancy) {
            return redundancy.depth(System.nanoTime());
        }
    }
}
