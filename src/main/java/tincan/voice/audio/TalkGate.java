package tincan.voice.audio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Decides which frames of a microphone are sent. Any thread may begin and end a talk; the frames come on the
/// microphone's. What was sent once is never sent again: the ring holds only what was not.
final class TalkGate {
    /// Frames in [Microphone#ROLL].
    static final int ROLL_FRAMES = 20;
    /// A frame before the talk that is as loud as this is worth the delay that it costs, in dBFS.
    private static final double LOUD = -45;
    /// With a quiet microphone one is that is so much louder than the room, in dB,
    private static final double ABOVE = 6;
    /// and no more than so much quieter than the loudest of those frames.
    private static final double BELOW = 30;
    /// How fast it believes in a louder room, in dB a frame: 1 dB a second.
    private static final double RISE = 0.01;
    private static final int NONE = -1;

    private final Deque<short[]> ring = new ArrayDeque<>(ROLL_FRAMES);
    private boolean talking;
    /// How many frames follow until the end of the talk.
    private int left = NONE;
    /// How many frames of the ring go with the talk that is to begin.
    private int wanted = NONE;
    /// How many frames are silence, whatever was recorded.
    private int deaf;
    /// The noise of the room, in dBFS: the quietest frame of late.
    private double room;

    /// A frame to send.
    static final class Sent {
        private final short[] frame;
        private final boolean first;
        private final boolean last;

        private Sent(short[] frame, boolean first, boolean last) {
            this.frame = frame;
            this.first = first;
            this.last = last;
        }

        void to(Frames frames) {
            frames.frame(frame, first, last);
        }
    }

    /// A talk begins with the next frame. One that goes on is ended before, even within its tail.
    ///
    /// @param silent so many frames are silence from now on
    synchronized void talk(int preRoll, int silent) {
        if (!talking || left != NONE) {
            wanted = Math.clamp(preRoll, 0, ROLL_FRAMES);
            deaf = Math.max(deaf, silent);
        }
    }

    synchronized void hush(int tail) {
        if (wanted != NONE) {
            wanted = NONE;
        } else if (talking) {
            int most = left == NONE ? ROLL_FRAMES : left;
            left = Math.clamp(tail, 0, most);
        }
    }

    /// There is a gap. What was recorded and not sent is forgotten; a talk ends, and begins anew with the next frame
    /// unless it was ending: whoever hears it would otherwise take the gap for delay, and keep that.
    ///
    /// @return what is to be sent
    synchronized List<Sent> interrupted() {
        ring.clear();
        if (!talking) {
            return List.of();
        }
        wanted = left == NONE ? 0 : wanted;
        talking = false;
        left = NONE;
        return List.of(new Sent(new short[Pcm.FRAME], false, true));
    }

    synchronized List<Sent> recorded(short[] heard) {
        room = Math.min(Pcm.peak(heard), room + RISE);
        short[] frame = deaf > 0 ? new short[Pcm.FRAME] : heard;
        deaf = Math.max(0, deaf - 1);
        List<Sent> sent = new ArrayList<>();
        if (talking && left != NONE) {
            end(frame, sent);
        } else if (talking) {
            sent.add(new Sent(frame, false, false));
        }
        if (!talking && wanted != NONE) {
            begin(frame, sent);
        } else if (sent.isEmpty()) {
            keep(frame);
        }
        return sent;
    }

    private void end(short[] frame, List<Sent> sent) {
        boolean now = left == 0 || wanted != NONE;
        left--;
        talking = !now && left > 0;
        sent.add(new Sent(now ? new short[Pcm.FRAME] : frame, false, !talking));
        if (!talking) {
            left = NONE;
        }
    }

    private void begin(short[] frame, List<Sent> sent) {
        while (ring.size() > wanted) {
            ring.removeFirst();
        }
        double loudest = ring.stream().mapToDouble(Pcm::peak).max().orElse(Pcm.SILENCE);
        double worth = Math.min(LOUD, Math.max(room + ABOVE, loudest - BELOW));
        while (!ring.isEmpty() && Pcm.peak(ring.getFirst()) < worth) {
            ring.removeFirst();
        }
        ring.addLast(frame);
        boolean first = true;
        for (short[] each : ring) {
            sent.add(new Sent(each, first, false));
            first = false;
        }
        ring.clear();
        talking = true;
        wanted = NONE;
    }

    private void keep(short[] frame) {
        if (ring.size() == ROLL_FRAMES) {
            ring.removeFirst();
        }
        ring.addLast(frame);
    }
}
